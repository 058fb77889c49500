package io.github.styletransfer.samples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Snowy mountains over a lake on a late afternoon, firs and a flowering meadow in front. */
final class Lake implements Picture {
  /** Painted at twice the size it is kept in. */
  private static final int SCALE = 2;

  private static final int WIDTH = 900 * SCALE;
  private static final int HEIGHT = 650 * SCALE;
  private static final int HORIZON = 345 * SCALE;
  private static final double FOCUS = 0.85 * WIDTH;
  private static final double EYE = 7;
  private static final double EXPOSURE = 0.62;

  private static final Vec FIR = Vec.rgb(0x4a5c34);
  private static final Vec WATER = Vec.rgb(0x14343a);
  private static final Vec ZENITH = Vec.rgb(0x2f6fc0);
  private static final Vec HORIZON_BLUE = Vec.rgb(0xc4dbee);

  /** The firs that frame the view: x, z and height. */
  private static final double[][] FIRS = {
    {-18.4, 41, 13},
    {-15.2, 37, 15.5},
    {20.5, 36, 9},
    {-11.6, 34, 9},
    {18, 33, 5},
    {-16.6, 30, 17.5}
  };

  private final Noise noise = new Noise(77);
  private final Terrain terrain = new Terrain();

  /** A tree on the shore: where, how tall. */
  private record Tree(Vec foot, double height, int seed) {}

  @Override
  public Canvas paint() {
    List<Tree> trees = trees();
    // First what the water mirrors: the same view from below, which the lake turns over.
    Pass mirrored = new Pass(-EYE, trees);
    Canvas mirror = Canvas.of(mirrored.image);
    Pass view = new Pass(EYE, List.of());
    view.water(mirror);
    view.furnish(trees);
    meadow(view);
    Canvas picture = Canvas.of(view.image).shrink(SCALE);
    return finish(picture);
  }

  /** One look at the scene from some height, as an image to draw on and how far everything is. */
  private final class Pass {
    final double eye;
    final BufferedImage image;
    final Graphics2D graphics;
    private final double[] distances = new double[WIDTH * HEIGHT];

    Pass(double eye, List<Tree> trees) {
      this.eye = eye;
      Canvas light = new Canvas(WIDTH, HEIGHT);
      IntStream.range(0, eye < 0 ? HORIZON : HEIGHT)
          .parallel()
          .forEach(
              y -> {
                for (int x = 0; x < WIDTH; x++) {
                  light.set(x, y, shown(look(x, y)));
                }
              });
      image = light.toImage();
      graphics = image.createGraphics();
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      furnish(trees);
    }

    private Vec look(int px, int py) {
      Vec direction = direction(px, py);
      Vec origin = new Vec(0, eye, 0);
      double distance = terrain.distance(origin, direction);
      distances[py * WIDTH + px] = distance;
      if (Double.isInfinite(distance)) {
        return sky(direction);
      }
      Vec point = origin.plus(direction.times(distance));
      return terrain.light(point, distance);
    }

    double x(Vec point) {
      return WIDTH / 2.0 + FOCUS * point.x() / point.z();
    }

    double y(Vec point) {
      return HORIZON - FOCUS * (point.y() - eye) / point.z();
    }

    /** Whether no land hides a point. */
    private boolean sees(Vec point) {
      int px = (int) x(point);
      int py = (int) Math.min(HEIGHT - 1, y(point));
      return px >= -60
          && px < WIDTH + 60
          && (py < 0
              || distances[py * WIDTH + Math.max(0, Math.min(WIDTH - 1, px))]
                  > 0.97 * point.minus(new Vec(0, eye, 0)).length());
    }

    void furnish(List<Tree> trees) {
      boolean cabinDrawn = false;
      for (Tree tree : trees) {
        if (!cabinDrawn && tree.foot.z() < 200) {
          cabin();
          cabinDrawn = true;
        }
        plant(tree);
      }
      if (!trees.isEmpty() && !cabinDrawn) {
        cabin();
      }
      if (!trees.isEmpty()) {
        boat();
      }
    }

    private void plant(Tree tree) {
      Vec middle = tree.foot.plus(new Vec(0, 0.6 * tree.height, 0));
      if (!sees(middle)) {
        return;
      }
      double distance = tree.foot.length();
      SplittableRandom random = new SplittableRandom(tree.seed);
      Vec green = FIR.times(0.7 + 0.5 * random.nextDouble());
      Color bright = colour(terrain.standing(middle, green, 1, distance));
      Color dark = colour(terrain.standing(middle, green.times(0.4), 0.1, distance));
      double size = FOCUS * tree.height / tree.foot.z();
      new Conifer(graphics, bright, dark).draw(x(tree.foot), y(tree.foot), size, random);
    }

    private void cabin() {
      double ground = 2.4;
      Vec near = new Vec(72, ground, 196);
      new Cabin(graphics, near, this::x, this::y).draw();
    }

    private void boat() {
      Vec at = new Vec(-22, 0, 240);
      Path2D.Double hull = new Path2D.Double();
      line(hull, at, -3.8, 1.1, 3.9, 1.3, 2.9, 0, -3, 0);
      Path2D.Double sail = new Path2D.Double();
      line(sail, at, 0.3, 1.8, 0.3, 10.5, -3.7, 2);
      Path2D.Double jib = new Path2D.Double();
      line(jib, at, 0.7, 1.8, 0.6, 9.2, 3.6, 1.6);
      graphics.setColor(new Color(0xf6efe0));
      graphics.fill(sail);
      graphics.setColor(new Color(0xc9483a));
      graphics.fill(jib);
      graphics.setColor(new Color(0x4a2f22));
      graphics.fill(hull);
    }

    private void line(Path2D.Double path, Vec at, double... corners) {
      for (int i = 0; i < corners.length; i += 2) {
        Vec corner = at.plus(new Vec(corners[i], corners[i + 1], 0));
        if (i == 0) {
          path.moveTo(x(corner), y(corner));
        } else {
          path.lineTo(x(corner), y(corner));
        }
      }
      path.closePath();
    }

    /** Lays the mirror image over the lake, broken by ripples. */
    void water(Canvas mirror) {
      for (int y = HORIZON + 1; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          Vec direction = direction(x, y);
          double distance = distances[y * WIDTH + x];
          double reach = -EYE / direction.y();
          if (reach < distance * 1.02 + 0.5) {
            Vec point = direction.times(reach);
            if (terrain.height(point.x(), point.z()) < 0.02) {
              image.setRGB(x, y, rgb(waterLight(mirror, x, y, point)));
            }
          }
        }
      }
    }

    private Vec waterLight(Canvas mirror, int x, int y, Vec point) {
      double px = point.x();
      double pz = point.z();
      double breeze = Curves.step(-0.05, 0.35, noise.fractal(px / 120 + 8, pz / 50, 3));
      double calm = 0.35 + 0.9 * breeze;
      double slope =
          noise.at(px / 2.6, pz / 1.3)
              + 0.6 * noise.at(px / 0.9 + 4, pz / 0.45)
              + noise.at(px / 9, pz / 5.5);
      double aside = noise.at(px / 1.6 + 50, pz / 2.2);
      double down = calm * 0.0085 * slope * FOCUS;
      double sy = 2 * HORIZON - y + down;
      Vec mirrored = mirror.sample(x + calm * 0.003 * aside * FOCUS, Math.min(HORIZON - 2, sy));
      double facing = EYE / Math.hypot(EYE, pz);
      double fresnel = 0.9 * Math.pow(1 - facing, 3.2);
      Vec depth = WATER.times(0.9 + 0.3 * slope * calm);
      Vec open = mirrored.mix(mirror.sample(x, 40), 0.22 * breeze);
      return depth.mix(open, fresnel);
    }
  }

  private static Vec direction(double px, double py) {
    return new Vec(px - WIDTH / 2.0, HORIZON - py, FOCUS).unit();
  }

  private static Vec shown(Vec light) {
    return Camera.film(light.times(EXPOSURE));
  }

  private static Color colour(Vec light) {
    return new Color(rgb(shown(light)));
  }

  private static int rgb(Vec light) {
    return Canvas.rgb(light);
  }

  private Vec sky(Vec direction) {
    double height = Math.max(0, direction.y());
    Vec clear = HORIZON_BLUE.times(1.25).mix(ZENITH.times(1.1), Curves.step(-0.06, 0.5, height));
    clear =
        clear.plus(
            new Vec(0.7, 0.45, 0.2)
                .times(Math.exp(-height * 8 - 1.5 * (direction.x() + 0.5)) * 0.6));
    double scale = 1 / (height + 0.13);
    double x = direction.x() * scale * 1.15 + 7.2;
    double y = direction.z() * scale * 1.5;
    double warp = 0.5 * noise.fractal(x + 4, y, 3);
    double density = clouds(x + warp, y + warp);
    double towardsSun = clouds(x + warp - 0.13, y + warp - 0.05);
    double cover = Curves.step(0.02, 0.3, density) * Curves.step(0.0, 0.08, height);
    double lit = Curves.clamp(0.62 + 1.9 * (density - towardsSun) - 0.35 * density);
    Vec cloud = new Vec(0.62, 0.66, 0.78).mix(new Vec(2.3, 2.1, 1.85), lit);
    return clear.mix(cloud, 0.93 * cover);
  }

  private double clouds(double x, double y) {
    return noise.fractal(x, y, 7) + 0.1 + 0.25 * noise.at(x / 3, y / 3 + 3);
  }

  private List<Tree> trees() {
    List<Tree> trees = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(12);
    for (double z = 90; z < 2000; z += 7 + z / 130) {
      double half = 1.25 * z / 1.7;
      for (double x = -half; x < half; x += 7 + z / 130) {
        double tx = x + 7 * random.nextDouble();
        double tz = z + 7 * random.nextDouble();
        double y = terrain.height(tx, tz);
        double grove = noise.fractal(tx / 110, tz / 110, 4) + Curves.step(2, 30, y) * 0.4 + 0.12;
        boolean glade = Math.hypot(tx - 78, (tz - 190) * 0.8) < 17;
        int seed = random.nextInt();
        if (y > 0.7 && y < 330 && !glade && grove > 0.12 + 0.2 * random.nextDouble()) {
          trees.add(new Tree(new Vec(tx, y - 0.4, tz), 9 + 11 * random.nextDouble(), seed));
        }
      }
    }
    trees.sort(Comparator.comparingDouble(tree -> -tree.foot.z()));
    return trees;
  }

  /** Blade after blade, from the shore towards the viewer. */
  private void meadow(Pass view) {
    SplittableRandom random = new SplittableRandom(5);
    double before = 80;
    for (double z = 75; z > 9; z -= z * z / 5200) {
      for (double[] fir : FIRS) {
        if (fir[1] < before && fir[1] >= z) {
          fir(view, fir[0], fir[1], fir[2]);
        }
      }
      before = z;
      double half = z * 0.62;
      int blades = 230;
      for (int i = 0; i < blades; i++) {
        double x = half * (2 * random.nextDouble() - 1);
        double y = terrain.height(x, z);
        double bank = random.nextDouble();
        if (y > 0.02 + 0.15 * bank) {
          blade(view, new Vec(x, y, z), random);
        }
      }
    }
  }

  private void blade(Pass view, Vec foot, SplittableRandom random) {
    double patch = noise.fractal(foot.x() / 6, foot.z() / 6, 4);
    double unit = FOCUS / foot.z();
    double tall = unit * (0.22 + 0.35 * random.nextDouble()) * (1 + 0.9 * patch);
    double bend = unit * 0.25 * (random.nextDouble() - 0.35);
    double x = view.x(foot);
    double y = view.y(foot) + 0.1 * unit;
    double light = 0.25 + 0.75 * random.nextDouble();
    Vec green = Vec.rgb(0x5a7434).mix(Vec.rgb(0xb3a25c), Curves.clamp(0.35 + 1.4 * patch));
    double shade =
        1 - 0.9 * Curves.step(0.0, 0.3, noise.fractal(foot.x() / 9 + 2, foot.z() / 5, 3));
    view.graphics.setColor(colour(green.times(1.7 * light * (0.45 + 0.55 * shade))));
    view.graphics.setStroke(
        new BasicStroke(
            (float) (unit * 0.018 + 0.4), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    view.graphics.draw(
        new QuadCurve2D.Double(x, y, x + 0.2 * bend, y - 0.7 * tall, x + bend, y - tall));
    double bed = noise.fractal(foot.x() / 4 + 9, foot.z() / 5, 3);
    if (bed > 0.12 && random.nextInt(9) == 0) {
      int[] petals = {0xfff4e0, 0xf3d24a, 0xd95f8c, 0x9c6fd0, 0xf08a4a};
      int kind = (int) (petals.length * noise.cell((int) (foot.x() / 5), (int) (foot.z() / 9)));
      double size = unit * (0.05 + 0.04 * random.nextDouble());
      Vec petal = Vec.rgb(petals[random.nextInt(4) == 0 ? random.nextInt(5) : kind]);
      view.graphics.setColor(colour(petal.times(1.1 + 0.9 * light * shade)));
      view.graphics.fill(
          new Ellipse2D.Double(x + bend - size, y - tall - 0.7 * size, 2 * size, 1.5 * size));
    }
  }

  private void fir(Pass view, double x, double z, double height) {
    Vec foot = new Vec(x, terrain.height(x, z) - 0.2, z);
    Color bright = colour(FIR.times(new Vec(2.9, 2.3, 1.5)));
    Color dark = colour(FIR.times(new Vec(0.14, 0.17, 0.3)));
    SplittableRandom random = new SplittableRandom(Math.round(x * 100));
    new Conifer(view.graphics, bright, dark)
        .draw(view.x(foot), view.y(foot), FOCUS * height / z, random);
  }

  private static Canvas finish(Canvas picture) {
    SplittableRandom random = new SplittableRandom(99);
    Canvas halo = picture.blur(9);
    for (int y = 0; y < picture.height; y++) {
      for (int x = 0; x < picture.width; x++) {
        double speck = 1 + 0.03 * (random.nextDouble() + random.nextDouble() - 1);
        picture.set(x, y, picture.get(x, y).mix(halo.get(x, y), 0.06).times(speck));
      }
    }
    return picture;
  }
}
