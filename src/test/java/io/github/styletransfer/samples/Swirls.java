package io.github.styletransfer.samples;

import java.util.SplittableRandom;

/** A night of eddies: thousands of thick, short strokes that run around glowing stars. */
final class Swirls implements Picture {
  private static final int WIDTH = 840;
  private static final int HEIGHT = 720;

  private static final Vec GROUND = Vec.rgb(0x14224a);
  private static final Vec[] NIGHT = {
    Vec.rgb(0x10204f),
    Vec.rgb(0x1d3a7c),
    Vec.rgb(0x2f5ea6),
    Vec.rgb(0x5b8fc4),
    Vec.rgb(0x9dc0d6),
    Vec.rgb(0xdfe3c4)
  };
  private static final Vec[] STAR = {
    Vec.rgb(0xfff6cf), Vec.rgb(0xfbe07a), Vec.rgb(0xf2b632), Vec.rgb(0xd7c27a), Vec.rgb(0x9fc0b0)
  };
  private static final Vec[] SPICE = {
    Vec.rgb(0x3a3f8f), Vec.rgb(0x1f7f8c), Vec.rgb(0xd9953a), Vec.rgb(0x6fae9a)
  };

  /** An eddy: where, how wide, how strongly it turns, how brightly its centre shines. */
  private record Eddy(double x, double y, double radius, double turn, double shine) {}

  private static final Eddy[] EDDIES = {
    new Eddy(300, 300, 165, 1, 0.35),
    new Eddy(520, 390, 125, -1, 0.2),
    new Eddy(690, 135, 105, 1, 1.05),
    new Eddy(105, 110, 70, -1, 0.9),
    new Eddy(330, 85, 52, 1, 0.75),
    new Eddy(480, 170, 46, -1, 0.7),
    new Eddy(735, 370, 58, -1, 0.8),
    new Eddy(95, 430, 62, 1, 0.8),
    new Eddy(300, 560, 58, -1, 0.75),
    new Eddy(600, 590, 78, 1, 0.85),
    new Eddy(800, 560, 48, 1, 0.6),
    new Eddy(120, 640, 66, 1, 0.55)
  };

  private final Noise noise = new Noise(1889);
  private final SplittableRandom random = new SplittableRandom(3);

  @Override
  public Canvas paint() {
    Painting painting = new Painting(WIDTH, HEIGHT, GROUND);
    layer(painting, 17, 130, 15, 0.5);
    layer(painting, 10, 80, 8.5, 0.8);
    layer(painting, 6.5, 52, 7, 1);
    layer(painting, 4, 32, 9, 1.1);
    return painting.lit(0.85);
  }

  /** Covers the picture with strokes of one size, in an order that shows no rows. */
  private void layer(Painting painting, double brush, double length, double gap, double paint) {
    int columns = (int) (WIDTH / gap) + 3;
    int rows = (int) (HEIGHT / gap) + 3;
    for (int cell : Painting.shuffled(columns * rows, random)) {
      int column = cell % columns - 1;
      int row = cell / columns - 1;
      double x = (column + random.nextDouble()) * gap;
      double y = (row + random.nextDouble()) * gap;
      int seed = random.nextInt();
      double glow = glow(x, y);
      // The smallest brushes only go where there is something to tell.
      if (brush < 5 && random.nextDouble() > 0.25 + glow) {
        continue;
      }
      double reach = length * (0.7 + 0.6 * random.nextDouble()) * (glow > 0.75 ? 0.55 : 1);
      Painting.Path path = Painting.follow(this::angle, x, y, reach);
      double width = brush * (0.75 + 0.5 * random.nextDouble());
      Vec colour = colour(x, y);
      Vec second = random.nextInt(3) == 0 ? colour(x + 40, y - 40) : colour(x, y);
      painting.stroke(path, width, colour, second, paint, seed);
    }
  }

  /** Around the eddies near them, else in long waves. */
  private double angle(double x, double y) {
    double wave = 0.5 * Math.sin(x / 120 + y / 210) + 0.9 * noise.at(x / 260, y / 200);
    double vx = Math.cos(wave) * 0.55;
    double vy = Math.sin(wave) * 0.55;
    for (Eddy eddy : EDDIES) {
      double dx = x - eddy.x;
      double dy = y - eddy.y;
      double distance = Math.hypot(dx, dy) + 0.01;
      double pull = 2.4 * eddy.turn * Math.exp(-Math.pow(distance / eddy.radius, 2));
      // Slightly inwards, so that the strokes spiral.
      vx += pull * (-dy - 0.14 * eddy.turn * dx) / distance;
      vy += pull * (dx - 0.14 * eddy.turn * dy) / distance;
    }
    return Math.atan2(vy, vx);
  }

  private static double glow(double x, double y) {
    double glow = 0;
    for (Eddy eddy : EDDIES) {
      double distance = Math.hypot(x - eddy.x, y - eddy.y) / eddy.radius;
      glow = Math.max(glow, eddy.shine * Math.exp(-distance * distance * 1.7));
    }
    return glow;
  }

  private Vec colour(double x, double y) {
    double value = 0.9 + 1.5 * noise.fractal(x / 170 + 3, y / 140, 3) + 0.5 * y / HEIGHT;
    for (Eddy eddy : EDDIES) {
      double distance = Math.hypot(x - eddy.x, y - eddy.y) / eddy.radius;
      double spiral = Math.atan2(y - eddy.y, x - eddy.x) * eddy.turn;
      double rings = Math.sin(distance * 11 - spiral * 2);
      double near = Math.exp(-distance * distance * 1.1);
      value += near * (1.3 + 1.5 * rings);
    }
    value += 1.3 * (random.nextDouble() + random.nextDouble() - 1);
    Vec night = Painting.pick(NIGHT, value);
    if (random.nextInt(26) == 0) {
      night = night.mix(SPICE[random.nextInt(SPICE.length)], 0.75);
    }
    double glow = glow(x, y);
    // Dash by dash, the light gives way to the night.
    if (random.nextDouble() > Curves.step(0.1, 0.5, glow)) {
      return night;
    }
    double band = 0.5 + 0.5 * Math.sin(glow * 17);
    if (glow < 0.62 && random.nextDouble() > 0.25 + 0.75 * band) {
      return night.mix(Painting.pick(NIGHT, 4.4), 0.5);
    }
    return Painting.pick(STAR, 4.4 - 5.2 * glow + 1.6 * (random.nextDouble() - 0.5));
  }
}
