package io.github.styletransfer.samples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A sun over hills and waves with leaping fish, laid in small stones. The stones are the cells of a
 * Voronoi diagram whose distances are square and turned along the nearest contour; moving each cell
 * to its middle again and again packs them in rows, as a mosaicist does.
 */
final class Mosaic implements Picture {
  /** Laid at twice the size it is kept in. */
  private static final int SCALE = 2;

  private static final int WIDTH = 720 * SCALE;
  private static final int HEIGHT = 800 * SCALE;
  private static final int ROUNDS = 14;
  private static final double JOINT = 1.9 * SCALE;

  private static final Vec GROUT = Vec.rgb(0x4a3a30);

  /** The kinds of stone; each part of the design is laid in one of them. */
  private static final int[][] STONES = {
    {0xf1dfb8, 0xe8cf9c, 0xf6ead0, 0xdcc08c, 0xe9d7b5}, // sky: sand
    {0xf4c542, 0xe8a92c, 0xffdf7e, 0xd9922a, 0xf9d05a}, // gold
    {0xc2552d, 0xa84324, 0xd8703f, 0x8f3a22, 0xcb6236}, // terracotta
    {0x1f8a8c, 0x2aa5a0, 0x17696f, 0x56c2b4, 0x238f98}, // turquoise
    {0x154a5e, 0x0f3a50, 0x1d5f72, 0x123247, 0x2b6f80}, // deep blue
    {0xeef0e4, 0xd9e8e0, 0xfbf7ea, 0xc4dcd6, 0xf3ead8}, // foam
    {0x7d8a3a, 0x96a04c, 0x636f2c, 0xaeb25e, 0x55612c}, // olive
    {0x7a2230, 0x93303a, 0x5c1a28, 0xa8413f, 0x6d2432}, // wine
    {0xe58f3c, 0xd97a2b, 0xf0a75a, 0xc9682a, 0xeb9b4d}, // amber
    {0xa9cfc8, 0x8fc0c0, 0xc5ddcf, 0x78adb6, 0xd3e4d6} // pale blue
  };

  private static final int SAND = 0;
  private static final int GOLD = 1;
  private static final int TERRACOTTA = 2;
  private static final int TURQUOISE = 3;
  private static final int DEEP = 4;
  private static final int FOAM = 5;
  private static final int OLIVE = 6;
  private static final int WINE = 7;
  private static final int AMBER = 8;
  private static final int PALE = 9;

  /** How large the stones of each kind are laid, in pixels of the finished picture. */
  private static final double[] SIZES = {11.5, 9.5, 10.5, 9, 9.5, 8.5, 11, 8.5, 9.5, 13};

  private final SplittableRandom random = new SplittableRandom(79);
  private final Noise noise = new Noise(8);
  private final int[] design = new int[WIDTH * HEIGHT];
  private final int[] stoneAt = new int[WIDTH * HEIGHT];
  private final float[] nearest = new float[WIDTH * HEIGHT];

  private double[] x = {};
  private double[] y = {};
  private double[] angle = {};

  @Override
  public Canvas paint() {
    sketch();
    float[] contour = distances(design);
    scatter();
    for (int round = 0; round < ROUNDS; round++) {
      turn(contour);
      assign();
      if (round < ROUNDS - 1) {
        centre();
      }
    }
    return lay(distances(stoneAt)).shrink(SCALE);
  }

  /** Draws the design, a number of a kind of stone in each pixel. */
  private void sketch() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.scale(SCALE, SCALE);
    fill(g, PALE, new Rectangle(0, 0, 720, 800));
    halo(g, 390, 250);
    swirls(g);
    sun(g, 390, 250);
    hills(g);
    waves(g);
    fish(g, 215, 505, -0.5, 1.15);
    fish(g, 545, 560, 0.42, 0.95);
    g.dispose();
    for (int i = 0; i < design.length; i++) {
      design[i] = image.getRGB(i % WIDTH, i / WIDTH) & 0xff;
    }
  }

  private static void fill(Graphics2D g, int kind, Shape shape) {
    g.setColor(new Color(kind));
    g.fill(shape);
  }

  private static void halo(Graphics2D g, double cx, double cy) {
    Path2D.Double path = new Path2D.Double();
    for (int i = 0; i <= 360; i++) {
      double around = Math.toRadians(i);
      double reach = 272 + 20 * Math.sin(12 * around + 0.8);
      double px = cx + reach * Math.cos(around);
      double py = cy + reach * Math.sin(around);
      if (i == 0) {
        path.moveTo(px, py);
      } else {
        path.lineTo(px, py);
      }
    }
    fill(g, SAND, path);
  }

  /** Curling winds in the sky. */
  private static void swirls(Graphics2D g) {
    double[][] winds = {{105, 98, 62, 1}, {640, 82, 56, -1}, {62, 345, 50, 1}, {668, 372, 50, -1}};
    for (double[] wind : winds) {
      Path2D.Double path = new Path2D.Double();
      for (int i = 0; i <= 160; i++) {
        double turn = i / 160.0 * 4.2 * Math.PI - Math.PI / 2;
        double reach = wind[2] * (1 - 0.83 * i / 160.0);
        double px = wind[0] + reach * Math.cos(turn) * wind[3];
        double py = wind[1] + reach * Math.sin(turn);
        if (i == 0) {
          path.moveTo(px - 200 * wind[3], py + 34);
          path.quadTo(px - 80 * wind[3], py - 4, px, py);
        } else {
          path.lineTo(px, py);
        }
      }
      g.setStroke(new BasicStroke(22, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.setColor(new Color(DEEP));
      g.draw(path);
      g.setStroke(new BasicStroke(12, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.setColor(new Color(TURQUOISE));
      g.draw(path);
    }
  }

  private static void sun(Graphics2D g, double cx, double cy) {
    for (int i = 0; i < 24; i++) {
      double around = 2 * Math.PI * i / 24;
      double reach = i % 2 == 0 ? 222 : 176;
      Path2D.Double ray = new Path2D.Double();
      double half = 0.125;
      ray.moveTo(cx + 100 * Math.cos(around - half), cy + 100 * Math.sin(around - half));
      ray.quadTo(
          cx + 165 * Math.cos(around - 0.16),
          cy + 165 * Math.sin(around - 0.16),
          cx + reach * Math.cos(around + 0.06),
          cy + reach * Math.sin(around + 0.06));
      ray.quadTo(
          cx + 150 * Math.cos(around + 0.10),
          cy + 150 * Math.sin(around + 0.10),
          cx + 100 * Math.cos(around + half),
          cy + 100 * Math.sin(around + half));
      ray.closePath();
      fill(g, i % 2 == 0 ? TERRACOTTA : AMBER, ray);
    }
    int[] rings = {WINE, GOLD, TERRACOTTA, GOLD, AMBER, FOAM};
    double[] radii = {112, 101, 74, 62, 34, 15};
    for (int i = 0; i < rings.length; i++) {
      fill(g, rings[i], disc(cx, cy, radii[i]));
    }
  }

  private static Ellipse2D disc(double cx, double cy, double radius) {
    return new Ellipse2D.Double(cx - radius, cy - radius, 2 * radius, 2 * radius);
  }

  private static void hills(Graphics2D g) {
    int[] kinds = {AMBER, OLIVE, TERRACOTTA, OLIVE, WINE};
    double[][] domes = {
      {120, 560, 210, 130},
      {620, 570, 230, 160},
      {380, 610, 250, 150},
      {40, 640, 180, 130},
      {700, 650, 170, 130}
    };
    for (int i = 0; i < kinds.length; i++) {
      double[] d = domes[i];
      for (int band = 0; band < 4; band++) {
        double inner = 1 - 0.2 * band;
        int kind = band % 2 == 0 ? kinds[i] : kinds[i] == OLIVE ? GOLD : FOAM;
        double shrink = band % 2 == 1 ? inner : inner - 0.02;
        fill(
            g,
            kind,
            new Ellipse2D.Double(
                d[0] - d[2] * shrink, d[1] - d[3] * shrink, 2 * d[2] * shrink, 2 * d[3] * shrink));
      }
    }
  }

  /** Rows of scallops. */
  private static void waves(Graphics2D g) {
    for (int row = 0; row < 7; row++) {
      double cy = 610 + 44 * row;
      double shift = row % 2 == 0 ? 0 : 46;
      for (double cx = -46 + shift; cx < 800; cx += 92) {
        fill(g, DEEP, disc(cx, cy, 58));
        fill(g, FOAM, disc(cx, cy, 49));
        fill(g, TURQUOISE, disc(cx, cy, 40));
        fill(g, row % 3 == 1 ? GOLD : FOAM, disc(cx, cy, 20));
        fill(g, DEEP, disc(cx, cy, 11));
      }
    }
  }

  private static void fish(Graphics2D g, double cx, double cy, double lean, double size) {
    AffineTransform before = g.getTransform();
    g.translate(cx, cy);
    g.rotate(lean);
    g.scale(size, size);
    Path2D.Double tail = new Path2D.Double();
    tail.moveTo(-88, 0);
    tail.quadTo(-120, -14, -158, -58);
    tail.quadTo(-138, 0, -158, 58);
    tail.quadTo(-120, 14, -88, 0);
    fill(g, WINE, tail);
    Path2D.Double fin = new Path2D.Double();
    fin.moveTo(-50, -34);
    fin.quadTo(-10, -92, 44, -78);
    fin.quadTo(24, -58, 34, -38);
    fin.closePath();
    fill(g, AMBER, fin);
    Path2D.Double body = new Path2D.Double();
    body.moveTo(-110, 0);
    body.quadTo(10, -98, 118, 0);
    body.quadTo(10, 98, -110, 0);
    fill(g, WINE, body);
    Path2D.Double inside = new Path2D.Double();
    inside.moveTo(-92, 0);
    inside.quadTo(10, -80, 104, 0);
    inside.quadTo(10, 80, -92, 0);
    fill(g, GOLD, inside);
    Shape clip = g.getClip();
    g.clip(inside);
    for (int i = 0; i < 4; i++) {
      fill(
          g,
          i % 2 == 0 ? TERRACOTTA : FOAM,
          new Arc2D.Double(-100 + 32 * i, -60, 46, 120, -90, 180, Arc2D.PIE));
      fill(g, GOLD, new Arc2D.Double(-114 + 32 * i, -60, 46, 120, -90, 180, Arc2D.PIE));
    }
    fill(g, AMBER, new Arc2D.Double(46, -70, 90, 140, 90, 180, Arc2D.PIE));
    fill(g, AMBER, new Ellipse2D.Double(60, -60, 90, 120));
    g.setClip(clip);
    fill(g, FOAM, disc(76, -9, 11));
    fill(g, DEEP, disc(77, -9, 6.5));
    g.setTransform(before);
  }

  /** How far each pixel is from one of another number, up to the diagonal steps' accuracy. */
  private static float[] distances(int[] numbers) {
    float[] d = new float[numbers.length];
    for (int i = 0; i < d.length; i++) {
      boolean right = i % WIDTH + 1 < WIDTH && numbers[i] != numbers[i + 1];
      boolean below = i + WIDTH < d.length && numbers[i] != numbers[i + WIDTH];
      d[i] = right || below ? 0.5f : 1e6f;
    }
    for (int i = 0; i < d.length; i++) {
      spread(d, i, -1);
    }
    for (int i = d.length - 1; i >= 0; i--) {
      spread(d, i, 1);
    }
    return d;
  }

  private static void spread(float[] d, int i, int step) {
    int column = i % WIDTH;
    int row = i / WIDTH + step;
    if (column + step >= 0 && column + step < WIDTH) {
      d[i] = Math.min(d[i], d[i + step] + 1);
    }
    if (row >= 0 && row < HEIGHT) {
      for (int side = -1; side <= 1; side++) {
        if (column + side >= 0 && column + side < WIDTH) {
          float further = side == 0 ? 1 : 1.4142f;
          d[i] = Math.min(d[i], d[row * WIDTH + column + side] + further);
        }
      }
    }
  }

  /** As many stones as fit, anywhere. */
  private void scatter() {
    int count = 0;
    double[] xs = new double[60000];
    double[] ys = new double[60000];
    double fine = 6.5 * SCALE;
    for (double row = 0; row < HEIGHT; row += fine) {
      for (double column = 0; column < WIDTH; column += fine) {
        double px = Math.min(WIDTH - 1.0, column + fine * random.nextDouble());
        double py = Math.min(HEIGHT - 1.0, row + fine * random.nextDouble());
        double share = Math.pow(fine / size(design[((int) py) * WIDTH + (int) px]), 2);
        if (random.nextDouble() < share) {
          xs[count] = px;
          ys[count++] = py;
        }
      }
    }
    x = Arrays.copyOf(xs, count);
    y = Arrays.copyOf(ys, count);
    angle = new double[count];
  }

  private static double size(int kind) {
    return SIZES[kind] * SCALE;
  }

  private int kind(int stone) {
    return design[((int) y[stone]) * WIDTH + (int) x[stone]];
  }

  /** Turns the stones along the contour that is nearest to them. */
  private void turn(float[] contour) {
    for (int i = 0; i < x.length; i++) {
      int reach = 5 * SCALE;
      double slopeX = 0;
      double slopeY = 0;
      for (int k = -2; k <= 2; k++) {
        slopeX +=
            at(contour, x[i] + reach, y[i] + k * reach)
                - at(contour, x[i] - reach, y[i] + k * reach);
        slopeY +=
            at(contour, x[i] + k * reach, y[i] + reach)
                - at(contour, x[i] + k * reach, y[i] - reach);
      }
      if (Math.hypot(slopeX, slopeY) > 2) {
        angle[i] = Math.atan2(slopeY, slopeX);
      }
    }
  }

  private static double at(float[] field, double px, double py) {
    int column = (int) Math.max(0, Math.min(WIDTH - 1, px));
    int row = (int) Math.max(0, Math.min(HEIGHT - 1, py));
    return field[row * WIDTH + column];
  }

  /** Gives each pixel to the nearest stone of its part of the design. */
  private void assign() {
    Arrays.fill(nearest, Float.MAX_VALUE);
    Arrays.fill(stoneAt, -1);
    for (int i = 0; i < x.length; i++) {
      int kind = kind(i);
      double size = size(kind);
      double cos = Math.cos(angle[i]) / size;
      double sin = Math.sin(angle[i]) / size;
      int reach = (int) (2.2 * size);
      for (int py = Math.max(0, (int) y[i] - reach); py < Math.min(HEIGHT, y[i] + reach); py++) {
        for (int px = Math.max(0, (int) x[i] - reach); px < Math.min(WIDTH, x[i] + reach); px++) {
          int pixel = py * WIDTH + px;
          if (design[pixel] != kind) {
            continue;
          }
          double u = Math.abs((px - x[i]) * cos + (py - y[i]) * sin);
          double v = Math.abs((py - y[i]) * cos - (px - x[i]) * sin);
          float distance = (float) (Math.max(u, v) + 0.25 * (u + v));
          if (distance < nearest[pixel]) {
            nearest[pixel] = distance;
            stoneAt[pixel] = i;
          }
        }
      }
    }
  }

  private void centre() {
    long[] sumX = new long[x.length];
    long[] sumY = new long[x.length];
    int[] count = new int[x.length];
    for (int pixel = 0; pixel < stoneAt.length; pixel++) {
      int stone = stoneAt[pixel];
      if (stone >= 0) {
        sumX[stone] += pixel % WIDTH;
        sumY[stone] += pixel / WIDTH;
        count[stone]++;
      }
    }
    for (int i = 0; i < x.length; i++) {
      if (count[i] > 0) {
        double cx = (double) sumX[i] / count[i];
        double cy = (double) sumY[i] / count[i];
        // A stone that bends around a corner must not leave its own part of the design.
        if (design[((int) cy) * WIDTH + (int) cx] == kind(i)) {
          x[i] = cx;
          y[i] = cy;
        }
      }
    }
  }

  /** Cuts the stones to their joints, rounds their edges and lights them from the upper left. */
  private Canvas lay(float[] toJoint) {
    Canvas canvas = new Canvas(WIDTH, HEIGHT);
    IntStream.range(0, HEIGHT)
        .parallel()
        .forEach(
            py -> {
              for (int px = 0; px < WIDTH; px++) {
                canvas.set(px, py, stone(toJoint, px, py));
              }
            });
    return canvas;
  }

  private Vec stone(float[] toJoint, int px, int py) {
    int pixel = py * WIDTH + px;
    double ragged = 0.8 * noise.at(px / 5.0, py / 5.0);
    double inside = toJoint[pixel] - JOINT / 2 + ragged;
    double sand = 0.8 + 0.5 * noise.fractal(px / 3.0, py / 3.0, 3);
    Vec grout = GROUT.times(sand);
    int stone = stoneAt[pixel];
    if (stone < 0 || inside <= 0) {
      return grout.times(0.85);
    }
    int kind = design[pixel];
    int[] colours = STONES[kind];
    int pick = (int) (colours.length * noise.cell(stone, 1));
    int other = (int) (colours.length * noise.cell(stone, 2));
    double vein = Curves.clamp(0.3 + 1.2 * noise.fractal(px / 14.0 + 31 * pick, py / 9.0, 3));
    Vec colour = Vec.rgb(colours[pick]).mix(Vec.rgb(colours[other]), 0.55 * vein);
    colour = colour.times(0.74 + 0.5 * noise.cell(stone, 3));
    double tiltX = noise.cell(stone, 4) - 0.5;
    double tiltY = noise.cell(stone, 5) - 0.5;
    double slopeX = bevel(toJoint, px + 2, py) - bevel(toJoint, px - 2, py);
    double slopeY = bevel(toJoint, px, py + 2) - bevel(toJoint, px, py - 2);
    double facing = 0.6 * slopeX + 0.8 * slopeY + 0.18 * (0.6 * tiltX + 0.8 * tiltY);
    double light = 1 + Math.max(-0.5, Math.min(0.6, 0.95 * facing));
    double glaze = kind == GOLD || kind == TURQUOISE ? 0.35 : 0.15;
    double glint = glaze * Curves.step(0.25, 0.6, facing);
    double pits = 1 + 0.14 * noise.fractal(px / 3.5, py / 3.5, 2);
    Vec lit = colour.times(light * pits).plus(new Vec(glint, glint * 0.95, glint * 0.8));
    return grout.mix(lit, Curves.step(0, 1.4, inside));
  }

  private static double bevel(float[] toJoint, int px, int py) {
    return Curves.step(0, 4.5 * SCALE, at(toJoint, px, py) - JOINT / 2);
  }
}
