package io.github.styletransfer.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What the pen draws: solid forms under a light from the left, seen pixel by pixel. */
final class InkScene {
  private static final Vec EYE = new Vec(0, 3.4, -10.5);
  private static final double FOCUS = 1.55;
  private static final Vec LIGHT = new Vec(-0.62, 0.62, -0.48).unit();
  private static final int SKY = 0;
  private static final int GROUND = 1;

  private static final Vec BLUE = Vec.rgb(0x7398cc);
  private static final Vec RUST = Vec.rgb(0xd98a52);

  /** What is known of a pixel: how dark it is, where the form leads, what it belongs to. */
  record Spot(double darkness, double angle, int thing, Vec wash, double depth) {}

  /** A round form: a squashed, knobbly ball, or a tower where it is upright. */
  private record Form(Vec middle, Vec radii, double knobs, Vec wash, Kind kind, int thing) {}

  private enum Kind {
    BALL,
    COLUMN,
    CONE,
    HOUSE
  }

  private final int width;
  private final int height;
  private final Spot[] spots;
  private final List<Form> forms = new ArrayList<>();
  private final Noise noise = new Noise(4);

  InkScene(int width, int height) {
    this.width = width;
    this.height = height;
    build();
    spots = new Spot[width * height];
    IntStream.range(0, spots.length).parallel().forEach(i -> spots[i] = look(i % width, i / width));
  }

  private void build() {
    add(new Vec(1.7, 3.0, 5), new Vec(1.25, 3.4, 1.25), 0, RUST, Kind.COLUMN);
    add(new Vec(1.7, 7.55, 5), new Vec(1.65, 1.5, 1.65), 0, BLUE, Kind.CONE);
    add(new Vec(-1.4, 1.7, 5.5), new Vec(1.6, 1.5, 1.2), 0, RUST, Kind.HOUSE);
    add(new Vec(4.6, 1.5, 6.5), new Vec(1.3, 1.3, 1.1), 0, RUST, Kind.HOUSE);
    double[][] trees = {
      {-4.3, 2.4, 3, 1.75}, {-6.6, 3.1, 6, 1.9}, {4.3, 1.7, 2.2, 1.35}, {6.9, 2.6, 4.6, 1.9},
      {-2.6, 1.2, 2.2, 0.95}, {0.3, 1.0, 2.9, 0.8}, {-9, 3.2, 9, 2.2}, {9.4, 3.2, 9, 2.2},
      {2.9, 0.7, 1.1, 0.7}, {-0.6, 3, 11, 1.7}, {-4, 3.2, 12, 1.8}, {6.5, 3.2, 13, 1.9}
    };
    for (double[] t : trees) {
      Vec radii = new Vec(t[3], t[3] * 1.08, t[3]);
      add(new Vec(t[0], t[1], t[2]), radii, 0.3 * t[3], BLUE, Kind.BALL);
      add(new Vec(t[0], t[1] - 1.5 * t[3], t[2]), new Vec(0.15, t[3], 0.15), 0, RUST, Kind.COLUMN);
    }
    double[][] cypresses = {{3.55, 2.4, 4.3, 2.5}, {-3.4, 2.6, 7, 2.6}, {7.6, 2.3, 7, 2.8}};
    for (double[] c : cypresses) {
      Vec radii = new Vec(0.55, c[3], 0.55);
      add(new Vec(c[0], c[1], c[2]), radii, 0.14, BLUE, Kind.BALL);
    }
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 9; i++) {
      double x = -5.5 + 11 * random.nextDouble();
      double size = 0.22 + 0.5 * random.nextDouble();
      double z = -4.5 + 4 * random.nextDouble();
      Vec middle = new Vec(x, ground(x, z) + 0.2 * size, z);
      add(middle, new Vec(size * 1.3, size * 0.8, size), 0.3 * size, RUST, Kind.BALL);
    }
    cloud(-5.6, 11.3, 2.0, random);
    cloud(12.8, 12.9, 2.5, random);
    cloud(1.5, 16.6, 1.5, random);
    cloud(-14.5, 9.4, 1.5, random);
  }

  /** A heap of balls, large in the middle, on a flat base; for the pen it is one thing. */
  private void cloud(double x, double y, double size, SplittableRandom random) {
    int thing = 1000 + forms.size();
    for (int i = 0; i < 13; i++) {
      double aside = 2 * random.nextDouble() - 1;
      double radius = size * (0.35 + 0.55 * random.nextDouble()) * (1 - 0.55 * aside * aside);
      double up = size * 0.75 * random.nextDouble() * (1 - aside * aside);
      Vec middle = new Vec(x + 2.5 * size * aside, y + up + 0.5 * radius, 22 + random.nextDouble());
      Vec radii = new Vec(1.25 * radius, 0.85 * radius, radius);
      forms.add(
          new Form(
              middle,
              radii,
              0.3 * radius,
              BLUE.mix(RUST, 0.3).mix(Vec.WHITE, 0.45),
              Kind.BALL,
              thing));
    }
  }

  private void add(Vec middle, Vec radii, double knobs, Vec wash, Kind kind) {
    forms.add(new Form(middle, radii, knobs, wash, kind, GROUND + 1 + forms.size()));
  }

  Spot at(double x, double y) {
    int column = (int) Math.max(0, Math.min(width - 1, x));
    int row = (int) Math.max(0, Math.min(height - 1, y));
    return spots[row * width + column];
  }

  /** How clearly a thing ends at a pixel. */
  double edge(int x, int y) {
    Spot here = at(x, y);
    double edge = 0;
    for (Spot other : new Spot[] {at(x - 1, y), at(x, y - 1)}) {
      double jump = Math.abs(here.depth - other.depth) / Math.min(here.depth, other.depth);
      edge = Math.max(edge, other.thing == here.thing ? 4 * jump - 0.25 : 0.45 + jump);
    }
    return edge;
  }

  private double ground(double x, double z) {
    double hills =
        0.55 * Math.sin(x * 0.45 + 0.6) * Math.cos(z * 0.33) + 0.25 * Math.sin(z * 0.8 + x);
    double far = 3.2 * Curves.step(8, 26, z) * (1 + 0.5 * Math.sin(x * 0.22 + 2));
    return hills + far + 0.08 * noise.at(x * 1.5, z * 1.5);
  }

  private double distance(Vec p) {
    double nearest = 0.7 * (p.y() - ground(p.x(), p.z()));
    for (Form form : forms) {
      nearest = Math.min(nearest, distance(form, p));
    }
    return nearest;
  }

  private double distance(Form form, Vec p) {
    Vec d = p.minus(form.middle);
    Vec r = form.radii;
    double bound = d.length() - Math.max(r.x(), Math.max(r.y(), r.z())) * 1.75 - form.knobs;
    if (bound > 0.6) {
      return bound;
    }
    return switch (form.kind) {
      case BALL -> {
        Vec q = new Vec(d.x() / r.x(), d.y() / r.y(), d.z() / r.z());
        Vec q2 = new Vec(q.x() / r.x(), q.y() / r.y(), q.z() / r.z());
        double k = q.length();
        double ball = k * (k - 1) / Math.max(1e-6, q2.length());
        double size = Math.min(r.x(), r.y());
        double knob = noise.at(p.x() * 2.3 / size, p.y() * 2.3 / size, p.z() * 2.3 / size);
        yield 0.75 * (ball - form.knobs * 0.55 * knob);
      }
      case COLUMN ->
          Math.max(
              Math.hypot(d.x(), d.z()) - r.x() * (1.03 - 0.05 * d.y() / r.y()),
              Math.abs(d.y()) - r.y());
      case CONE -> {
        double slope = r.x() * 0.5 * (1 - d.y() / r.y());
        yield 0.65 * Math.max(Math.hypot(d.x(), d.z()) - slope, Math.abs(d.y()) - r.y());
      }
      case HOUSE -> {
        double roof = 0.7 * (Math.abs(d.x()) + d.y() - r.y() - 0.35);
        double walls = Math.max(Math.abs(d.x()) - r.x(), Math.abs(d.z()) - r.z());
        yield Math.max(walls, Math.max(roof, Math.abs(d.y()) - 1.6 * r.y()));
      }
    };
  }

  private Spot look(int px, int py) {
    double u = (2.0 * px - width) / width;
    double v = (height - 2.0 * py) / width;
    Vec direction = new Vec(u, v + 0.22, FOCUS).unit();
    double t = 1;
    for (int i = 0; i < 160 && t < 60; i++) {
      double gap = distance(EYE.plus(direction.times(t)));
      if (gap < 0.0012 * t) {
        return solid(EYE.plus(direction.times(t)), t);
      }
      t += gap;
    }
    return sky(px, py);
  }

  /** Rings of light around a low sun; the sky darkens away from it in waves. */
  private Spot sky(int px, int py) {
    double dx = px - 0.23 * width;
    double dy = py - 0.21 * height;
    double away = Math.hypot(dx, dy) / width;
    if (away < 0.062) {
      return new Spot(0.05 + 0.3 * Curves.step(0.0, 0.09, away), 0.8, SKY + 5000, RUST, 59);
    }
    double drift = 0.05 * noise.at(px / 160.0, py / 110.0);
    double rings = Math.sin(70 * (away + drift));
    double dark = 0.18 + 0.62 * Curves.step(0.05, 0.75, away) + 0.13 * rings;
    dark -= 0.3 * Curves.step(0.35, 0.62, (double) py / height);
    dark += 0.2 * noise.fractal(px / 210.0, py / 90.0, 3);
    double angle = Math.atan2(dx, -dy) + 3 * drift;
    Vec wash =
        RUST.mix(Vec.WHITE, 0.45).mix(BLUE.mix(Vec.WHITE, 0.1), Curves.step(0.1, 0.42, away));
    return new Spot(Curves.clamp(Math.min(0.72, dark)), angle, SKY, wash, 60);
  }

  private Spot solid(Vec point, double depth) {
    Form form = null;
    double nearest = Math.abs(0.7 * (point.y() - ground(point.x(), point.z())));
    for (int i = 0; i < forms.size(); i++) {
      double d = Math.abs(distance(forms.get(i), point));
      if (d < nearest) {
        nearest = d;
        form = forms.get(i);
      }
    }
    double e = 0.004 * Math.sqrt(depth);
    Vec normal =
        new Vec(
                distance(point.plus(new Vec(e, 0, 0))) - distance(point.minus(new Vec(e, 0, 0))),
                distance(point.plus(new Vec(0, e, 0))) - distance(point.minus(new Vec(0, e, 0))),
                distance(point.plus(new Vec(0, 0, e))) - distance(point.minus(new Vec(0, 0, e))))
            .unit();
    double lit = Math.max(0, normal.dot(LIGHT)) * shadow(point.plus(normal.times(0.03)));
    double open = Curves.clamp(distance(point.plus(normal.times(0.5))) / 0.5);
    double tone = 0.10 + 0.72 * lit + 0.24 * open * (0.5 + 0.5 * normal.y());
    Vec wash = form == null ? RUST.mix(BLUE, Curves.step(4, 20, point.z())) : form.wash;
    int thing = form == null ? GROUND : form.thing;
    double texture = form == null ? furrows(point) : texture(form, point.minus(form.middle));
    double darkness = Curves.clamp(1 - tone + texture);
    double far = Curves.step(18, 60, depth);
    Vec axis = form == null ? new Vec(0.15, 0, 1) : new Vec(0.28, 1, -0.2);
    Vec along = normal.cross(axis);
    double angle = along.length() < 0.1 ? 0 : onPaper(point, along);
    return new Spot(darkness * (1 - 0.45 * far), angle, thing, wash, depth);
  }

  private double furrows(Vec p) {
    double patch = Curves.step(-0.1, 0.15, noise.at(p.x() / 2.6, p.z() / 2.1));
    return 0.12 * patch + 0.22 * noise.fractal(p.x() * 1.2, p.z() * 0.7, 4);
  }

  private static double texture(Form form, Vec d) {
    return switch (form.kind) {
      case COLUMN -> form.radii.x() > 1 ? windows(d) : 0.2;
      case CONE -> Curves.fraction(d.y() * 2.3) < 0.3 ? 0.3 : 0.06;
      case HOUSE -> gable(form, d);
      case BALL -> 0;
    };
  }

  private static double gable(Form form, Vec d) {
    double underRoof = form.radii.y() + 0.35 - Math.abs(d.x()) - d.y();
    boolean window = Math.abs(Math.abs(d.x()) - 0.6) < 0.2 && Math.abs(d.y() - 0.1) < 0.3;
    boolean door = Math.abs(d.x()) < 0.28 && d.y() < -0.5;
    return window || door ? 0.75 : underRoof < 0.3 ? 0.45 : 0.05;
  }

  private static double windows(Vec d) {
    double around = Math.atan2(d.x(), -d.z());
    double row = Curves.fraction(d.y() / 1.7 + 0.3) - 0.5;
    double column = Curves.fraction(around / 0.75 + 0.5) - 0.5;
    boolean window = Math.abs(column) < 0.17 && Math.abs(row) < 0.2;
    return window ? 0.75 : d.y() > 3.1 || Math.abs(row) > 0.47 ? 0.25 : 0;
  }

  private double onPaper(Vec point, Vec along) {
    Vec d = point.plus(along.times(0.01)).minus(EYE);
    double x = (d.x() * FOCUS / d.z() + 1) * width / 2;
    double y = (height - (d.y() * FOCUS / d.z() - 0.22) * width) / 2;
    Vec o = point.minus(EYE);
    double fromX = (o.x() * FOCUS / o.z() + 1) * width / 2;
    double fromY = (height - (o.y() * FOCUS / o.z() - 0.22) * width) / 2;
    return Math.atan2(y - fromY, x - fromX);
  }

  private double shadow(Vec from) {
    double free = 1;
    double t = 0.05;
    for (int i = 0; i < 40 && t < 14; i++) {
      double gap = distance(from.plus(LIGHT.times(t)));
      free = Math.min(free, 0.5 + 7 * gap / t);
      if (free <= 0) {
        return 0;
      }
      t += Math.max(0.04, gap);
    }
    return Curves.clamp(free);
  }
}
