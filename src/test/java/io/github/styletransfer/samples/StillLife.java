package io.github.styletransfer.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Fruit and a glazed jug on a wooden table, in the light of a window. */
final class StillLife implements Picture {
  private static final int WIDTH = 840;
  private static final int HEIGHT = 640;

  /** Rays for a pixel, and shadow rays for each of those, to each side of a square. */
  private static final int RAYS = 3;

  private static final int SHADOW_RAYS = 2;

  private static final Vec EYE = new Vec(0, 3.9, -9.6);
  private static final Vec TARGET = new Vec(0.1, 1.35, 0);
  private static final double WALL = 4.2;

  /** The window: a rectangle in the plane x = -9. */
  private static final Vec WINDOW_LOW = new Vec(-9, 3.2, -6.5);

  private static final Vec WINDOW_HIGH = new Vec(-9, 9.5, -0.5);
  private static final Vec DAYLIGHT = new Vec(1.0, 0.93, 0.80).times(4.6);
  private static final Vec ROOM = new Vec(0.20, 0.21, 0.25);

  /** What a solid looks like: colour and how glossy it is. */
  private record PostOp(Vec colour, double gloss) {}

  /** A solid: how far a point is from it, what it looks like there, a ball around it. */
  private record Solid(Vec middle, double radius, Form form, Look look) {}

  private interface Form {
    double distance(Vec fromMiddle);
  }

  private interface Look {
    PostOp at(Vec fromMiddle);
  }

  private final Noise noise = new Noise(51);
  private final List<Solid> solids = new ArrayList<>();

  @Override
  public Canvas paint() {
    arrange();
    Canvas light = new Camera(EYE, TARGET, 2.35).photograph(this::light, WIDTH, HEIGHT, RAYS);
    return Camera.develop(light, 1.5, 0.07, 0.025, 3);
  }

  private void arrange() {
    jug(new Vec(-1.55, 0, 1.35));
    bowl(new Vec(1.55, 0, 0.75));
    apple(new Vec(0.85, 1.18, 0.45), 0.66, 0.3, 0xa8161a, 0xd09a3a);
    apple(new Vec(2.15, 1.22, 0.35), 0.64, -0.3, 0xb01c1c, 0xd8a840);
    apple(new Vec(1.5, 1.25, 1.35), 0.66, 0.1, 0x8aa03a, 0xc8c04e);
    orange(new Vec(1.5, 1.75, 0.55), 0.6);
    pear(new Vec(-0.35, 0, -0.75), 0.25, 0xc2a838, 0xa8642c);
    pear(new Vec(3.1, 0, -0.6), -0.45, 0x97a03a, 0xb8842e);
    lemon(new Vec(-2.55, 0.43, -0.95), 0.43, 0.5);
    lemon(new Vec(-1.5, 0.4, -1.65), 0.4, -0.9);
    apple(new Vec(-3.3, 0.56, 0.2), 0.6, 0.4, 0xa81d1e, 0xcf7a34);
    grapes();
  }

  /** Two layers of balls side by side, fewer towards the tip of the bunch. */
  private void grapes() {
    SplittableRandom random = new SplittableRandom(4);
    int[] rows = {1, 2, 3, 3, 3, 2};
    for (int layer = 0; layer < 2; layer++) {
      for (int i = layer; i < rows.length - layer; i++) {
        int count = rows[i] - layer;
        for (int k = 0; k < count; k++) {
          double x = 0.45 + 0.39 * i + 0.1 * random.nextDouble();
          double z = -1.75 + 0.46 * (k - (count - 1) / 2.0) + 0.1 * random.nextDouble();
          double y = 0.24 + 0.37 * layer + 0.05 * random.nextDouble();
          grape(new Vec(x, y, z), 0.22 + 0.035 * random.nextDouble());
        }
      }
    }
  }

  private void add(Vec middle, double radius, Form form, Look look) {
    solids.add(new Solid(middle, radius, form, look));
  }

  private void jug(Vec foot) {
    Form form =
        p -> {
          double y = p.y();
          double profile =
              0.45 + 0.62 * Curves.bell((y - 1.0) / 0.95) + 0.28 * Curves.bell((y - 3.35) / 0.42);
          double body =
              0.62 * Math.max(Math.hypot(p.x(), p.z()) - profile, Math.abs(y - 1.65) - 1.65);
          double inside = 0.62 * (profile - 0.09 - Math.hypot(p.x(), p.z()));
          double hollow = y > 2.4 ? Math.max(body, inside) : body;
          double handleX = p.x() + 1.0;
          double ring =
              Math.hypot(Math.hypot(handleX * 1.15, (y - 2.2) * 0.72) - 0.62, p.z()) - 0.12;
          return Math.min(hollow, 0.7 * Math.max(ring, handleX - 0.5));
        };
    add(
        foot,
        3.7,
        form,
        p -> {
          double drip = p.y() - 1.75 - 0.3 * noise.at(3 * Math.atan2(p.z(), p.x()), 0.5);
          double speckle = noise.fractal(p.x() * 9, p.y() * 9 + p.z() * 5, 4);
          Vec clay = Vec.rgb(0xa9704a).times(1 + 0.5 * speckle);
          Vec blue = Vec.rgb(0x1f5a7c).mix(Vec.rgb(0x58a0a8), Curves.clamp(0.3 + speckle));
          double stripe = Curves.step(0.1, 0.06, Math.abs(p.y() - 0.62));
          double glaze = Math.max(Curves.step(-0.03, 0.03, drip), stripe);
          return new PostOp(clay.mix(blue, glaze), 0.12 + 0.8 * glaze);
        });
  }

  private void bowl(Vec foot) {
    add(
        foot,
        2.4,
        p -> {
          double r = Math.hypot(p.x(), p.z());
          Vec q = new Vec(p.x(), p.y() - 1.75, p.z());
          double shell = Math.abs(Math.hypot(r, q.y() * 1.05) - 1.72) - 0.055;
          double base = Math.max(r - 0.75, Math.abs(p.y() - 0.06) - 0.1);
          return 0.8 * Math.min(Math.max(shell, p.y() - 1.12), base);
        },
        p -> {
          double angle = Math.atan2(p.z(), p.x());
          double petals = Math.abs(Math.sin(angle * 9)) * 0.24;
          boolean band = Math.abs(p.y() - 0.98) < 0.05 || (p.y() > 0.5 && p.y() < 0.56 + petals);
          Vec cream = Vec.rgb(0xeadfc8).times(1 + 0.12 * noise.fractal(angle * 5, p.y() * 5, 3));
          return new PostOp(band ? Vec.rgb(0x2d4f8a) : cream, 0.6);
        });
  }

  private void apple(Vec middle, double size, double lean, int red, int yellow) {
    Form form =
        p -> {
          Vec q = lean(p, lean).times(1 / size);
          double r = Math.hypot(q.x(), q.z());
          double body = Math.hypot(Math.hypot(r - 0.38, 0) * 1.03, q.y() * 0.98) - 0.64;
          double core = q.length() - 0.72;
          double stem =
              Math.max(
                  Math.hypot(q.x() - 0.12 * q.y() * q.y(), q.z()) - 0.05,
                  Math.abs(q.y() - 0.75) - 0.4);
          return size * 0.8 * Math.min(Math.min(body, core), stem);
        };
    add(
        middle,
        size * 1.35,
        form,
        p -> {
          Vec q = lean(p, lean).times(1 / size);
          double r = Math.hypot(q.x(), q.z());
          if (r < 0.1 && q.y() > 0.35) {
            return new PostOp(Vec.rgb(0x4a3020), 0);
          }
          double angle = Math.atan2(q.z(), q.x());
          double streak = noise.fractal(angle * 7, q.y() * 0.8 + middle.x(), 4);
          double blush = Curves.clamp(0.88 + 0.7 * streak + 0.35 * Math.sin(angle + 1));
          Vec skin = Vec.rgb(yellow).mix(Vec.rgb(red), blush);
          double dots = noise.at(q.x() * 22, q.y() * 22, q.z() * 22) > 0.62 ? 1.25 : 1;
          skin = skin.mix(Vec.rgb(0x8a8a34), Curves.step(0.35, 0.08, r) * 0.8);
          return new PostOp(skin.times(dots), 0.55);
        });
  }

  private void orange(Vec middle, double size) {
    add(
        middle,
        size * 1.2,
        p -> p.length() - size + 0.008 * noise.at(p.x() * 17, p.y() * 17, p.z() * 17),
        p -> {
          double tone = noise.fractal(p.x() * 2, p.y() * 2 + p.z(), 3);
          return new PostOp(Vec.rgb(0xe8821c).times(1 + 0.3 * tone), 0.3);
        });
  }

  private void pear(Vec foot, double lean, int green, int brown) {
    add(
        foot.plus(new Vec(0, 0.95, 0)),
        1.6,
        p -> {
          Vec q = lean(p, lean);
          double belly = q.plus(new Vec(0, 0.32, 0)).length() - 0.64;
          double neck = q.minus(new Vec(0.04, 0.5, 0)).length() - 0.3;
          double h = Curves.clamp(0.5 + 0.5 * (neck - belly) / 0.55);
          double body = Curves.mix(neck, belly, h) - 0.55 * h * (1 - h);
          double stem =
              Math.max(
                  Math.hypot(q.x() - 0.04 - 0.15 * (q.y() - 0.8), q.z()) - 0.035,
                  Math.abs(q.y() - 0.95) - 0.3);
          return 0.85 * Math.min(body, stem);
        },
        p -> {
          Vec q = lean(p, lean);
          if (q.y() > 0.8 && Math.hypot(q.x() - 0.04, q.z()) < 0.13) {
            return new PostOp(Vec.rgb(0x4a3020), 0);
          }
          double spots = noise.fractal(q.x() * 9, q.y() * 9 + 5 * q.z(), 5);
          double sunny =
              Curves.clamp(0.25 - 0.5 * q.x() + 0.9 * noise.fractal(q.x() * 1.5, q.y(), 3));
          Vec skin = Vec.rgb(green).mix(Vec.rgb(brown), sunny);
          return new PostOp(skin.times(1 + 0.45 * Math.min(0, spots) + 0.2 * spots), 0.32);
        });
  }

  private void lemon(Vec middle, double size, double turn) {
    add(
        middle,
        size * 1.8,
        p -> {
          double along = (p.x() * Math.cos(turn) + p.z() * Math.sin(turn)) / 1.3;
          double across = p.z() * Math.cos(turn) - p.x() * Math.sin(turn);
          double tip = 0.16 * size * Curves.bell((Math.abs(along) - size) / (0.25 * size));
          double bumps = 0.007 * noise.at(p.x() * 14, p.y() * 14, p.z() * 14);
          return 0.75
              * (Math.sqrt(along * along + across * across + p.y() * p.y()) - size - tip + bumps);
        },
        p ->
            new PostOp(
                Vec.rgb(0xeec52c).times(1 + 0.25 * noise.fractal(p.x() * 3, p.z() * 3, 3)), 0.35));
  }

  private void grape(Vec middle, double size) {
    add(
        middle,
        size * 1.2,
        p -> p.length() - size,
        p -> {
          double bloom =
              Curves.clamp(0.35 + noise.fractal((p.x() + middle.x()) * 5, (p.y() + p.z()) * 5, 3));
          Vec skin =
              Vec.rgb(0x3a1636).mix(Vec.rgb(0x7c2440), noise.cell((int) (99 * middle.x()), 3));
          return new PostOp(skin.mix(Vec.rgb(0x8d8aa8), 0.4 * bloom), 0.6);
        });
  }

  private static Vec lean(Vec p, double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    return new Vec(p.x() * cos + p.y() * sin, p.y() * cos - p.x() * sin, p.z());
  }

  private double distance(Vec p) {
    return distance(p, 0.25);
  }

  /** Exact up to {@code slack} from a solid; further away not more than the distance. */
  private double distance(Vec p, double slack) {
    double nearest = Math.min(p.y() - cloth(p), WALL - p.z());
    for (Solid solid : solids) {
      Vec d = p.minus(solid.middle);
      double bound = d.length() - solid.radius;
      if (bound < nearest) {
        nearest = Math.min(nearest, bound > slack ? bound : solid.form.distance(d));
      }
    }
    return nearest;
  }

  /** How high the cloth lies on the table, 0 where there is none. */
  private double cloth(Vec p) {
    double across = across(p);
    if (across > 1.62 || p.z() > 3.2) {
      return 0;
    }
    double folds = 0.5 + 0.5 * Math.sin(across * 5.2 + 1.4 * noise.at(p.x() / 1.6, p.z() / 1.6));
    double edge = Curves.step(1.62, 1.35, across);
    double flat = Curves.step(0.2, 1.2, Math.hypot(p.x() + 1.6, p.z() - 0.5) - 0.9);
    return 0.03 * edge + 0.16 * edge * folds * folds * (0.15 + 0.85 * flat);
  }

  private static double across(Vec p) {
    return Math.abs(p.x() * 0.86 + p.z() * 0.5 + 2.6);
  }

  private Vec light(Vec origin, Vec direction, SplittableRandom random) {
    return light(origin, direction, random, 0);
  }

  private Vec light(Vec origin, Vec direction, SplittableRandom random, int bounce) {
    double t = bounce == 0 ? 4 : 0.02;
    for (int i = 0; i < 110 && t < 26; i++) {
      double gap = distance(origin.plus(direction.times(t)));
      if (gap < 0.0009 * (1 + t)) {
        return surface(origin.plus(direction.times(t)), direction, random, bounce);
      }
      t += gap;
    }
    return ROOM.times(0.7);
  }

  private Vec surface(Vec p, Vec direction, SplittableRandom random, int bounce) {
    Vec normal = normal(p);
    PostOp finish = finish(p);
    Vec start = p.plus(normal.times(0.012));
    Vec sum = ROOM.times(ambient(start, normal));
    // The sides that look down get back what the table throws up.
    sum = sum.plus(new Vec(0.16, 0.10, 0.06).times(Math.max(0, -normal.y()) * 0.8));
    for (int i = 0; i < SHADOW_RAYS * SHADOW_RAYS; i++) {
      int column = i % SHADOW_RAYS;
      int row = i / SHADOW_RAYS;
      double u = (column + random.nextDouble()) / SHADOW_RAYS;
      double v = (row + random.nextDouble()) / SHADOW_RAYS;
      double share = 1.0 / (SHADOW_RAYS * SHADOW_RAYS);
      sum = sum.plus(daylight(start, normal, u, v).times(share));
    }
    Vec light = finish.colour.times(sum);
    if (finish.gloss > 0.05 && bounce == 0) {
      Vec mirrored = direction.reflect(normal);
      double grazing = Math.pow(1 - Curves.clamp(-direction.dot(normal)), 5);
      double fresnel = finish.gloss * (0.05 + 0.6 * grazing);
      light = light.plus(mirrored(start, mirrored, random).times(fresnel));
    }
    return light;
  }

  /** What arrives from one point of the window. */
  private Vec daylight(Vec start, Vec normal, double u, double v) {
    double y = Curves.mix(WINDOW_LOW.y(), WINDOW_HIGH.y(), u);
    double z = Curves.mix(WINDOW_LOW.z(), WINDOW_HIGH.z(), v);
    Vec toPane = new Vec(WINDOW_LOW.x(), y, z).minus(start);
    Vec towards = toPane.unit();
    double facing = normal.dot(towards);
    if (facing <= 0 || !free(start, towards)) {
      return Vec.BLACK;
    }
    return DAYLIGHT.times(facing * 26 * Math.max(0, -towards.x()) / toPane.dot(toPane));
  }

  private Vec mirrored(Vec from, Vec direction, SplittableRandom random) {
    if (direction.x() < 0) {
      double t = (WINDOW_LOW.x() - from.x()) / direction.x();
      Vec at = from.plus(direction.times(t));
      double u = (at.y() - WINDOW_LOW.y()) / (WINDOW_HIGH.y() - WINDOW_LOW.y());
      double v = (at.z() - WINDOW_LOW.z()) / (WINDOW_HIGH.z() - WINDOW_LOW.z());
      boolean bars = Math.abs(u - 0.5) < 0.04 || Math.abs(v - 0.5) < 0.04;
      if (u > 0 && u < 1 && v > 0 && v < 1 && !bars && free(from, direction)) {
        return DAYLIGHT.times(2.4);
      }
    }
    return light(from, direction, random, 1);
  }

  private boolean free(Vec from, Vec direction) {
    double t = 0.03;
    for (int i = 0; i < 60 && t < 8; i++) {
      double gap = distance(from.plus(direction.times(t)));
      if (gap < 0.002) {
        return false;
      }
      t += Math.max(0.012, gap);
    }
    return true;
  }

  private double ambient(Vec p, Vec normal) {
    double open = 1;
    for (double reach = 0.12; reach < 1.2; reach *= 2) {
      double gap = distance(p.plus(normal.times(reach)), 2);
      open -= 0.42 * Math.max(0, reach - gap) / reach;
    }
    return Math.max(0.08, open) * (0.75 + 0.25 * normal.y());
  }

  private Vec normal(Vec p) {
    double e = 0.0025;
    double d = distance(p);
    return new Vec(
            distance(p.plus(new Vec(e, 0, 0))) - d,
            distance(p.plus(new Vec(0, e, 0))) - d,
            distance(p.plus(new Vec(0, 0, e))) - d)
        .unit();
  }

  private PostOp finish(Vec p) {
    Solid found = null;
    double nearest = 0.02;
    for (Solid solid : solids) {
      Vec d = p.minus(solid.middle);
      if (d.length() < solid.radius && solid.form.distance(d) < nearest) {
        nearest = solid.form.distance(d);
        found = solid;
      }
    }
    if (found != null) {
      return found.look.at(p.minus(found.middle));
    }
    if (WALL - p.z() < 0.02) {
      double plaster = noise.fractal(p.x() * 0.8, p.y() * 0.8, 6);
      Vec wall = Vec.rgb(0x6d7a70).mix(Vec.rgb(0x54605f), Curves.clamp(0.5 + 1.3 * plaster));
      return new PostOp(wall, 0);
    }
    return across(p) < 1.6 && p.z() < 3.2 ? linen(p) : wood(p);
  }

  private PostOp linen(Vec p) {
    double across = p.x() * 0.86 + p.z() * 0.5 + 2.6;
    double along = p.z() * 0.86 - p.x() * 0.5;
    double weave = 1 + 0.08 * Math.sin(across * 90) * Math.sin(along * 90);
    boolean stripe =
        Math.abs(Math.abs(across) - 1.25) < 0.1 || Math.abs(Math.abs(across) - 1.02) < 0.03;
    Vec colour = stripe ? Vec.rgb(0xa8322c) : Vec.rgb(0xe8dfcd);
    return new PostOp(colour.times(weave), 0);
  }

  private PostOp wood(Vec p) {
    int plank = (int) Math.floor((p.z() + 20) / 1.35);
    double u = Curves.fraction((p.z() + 20) / 1.35);
    double shift = 9.3 * noise.cell(plank, 5);
    double rings = p.z() * 5 + 1.6 * noise.fractal(p.x() / 3.2 + shift, p.z() * 1.5, 4) + shift;
    double grain = 0.5 + 0.5 * Math.sin(rings * 5);
    double fibre = noise.fractal(p.x() * 1.5 + shift, p.z() * 28, 4);
    Vec colour =
        Vec.rgb(0x8a5530).mix(Vec.rgb(0x54301b), Curves.clamp(0.25 + 0.5 * grain + 0.8 * fibre));
    double gap = Curves.step(0.0, 0.02, u) * Curves.step(1.0, 0.98, u);
    return new PostOp(colour.times((0.8 + 0.4 * noise.cell(plank, 9)) * (0.25 + 0.75 * gap)), 0.22);
  }
}
