package io.github.styletransfer.samples;

import java.util.SplittableRandom;

/** A burning evening over a dark fjord, in long strokes that run side by side. */
final class Bands implements Picture {
  private static final int WIDTH = 700;
  private static final int HEIGHT = 800;

  private static final Vec GROUND = Vec.rgb(0x5a2a20);
  private static final Vec[] FIRE = {
    Vec.rgb(0x7d1a1c),
    Vec.rgb(0xb52a1c),
    Vec.rgb(0xd8481e),
    Vec.rgb(0xec7a22),
    Vec.rgb(0xf5a832),
    Vec.rgb(0xf9d568),
    Vec.rgb(0xfbeeb4)
  };
  private static final Vec[] WATER = {
    Vec.rgb(0x0b2130), Vec.rgb(0x10384a), Vec.rgb(0x18545c), Vec.rgb(0x2b7a78), Vec.rgb(0x6aa694)
  };
  private static final Vec[] LAND = {
    Vec.rgb(0x141c1e), Vec.rgb(0x24352e), Vec.rgb(0x44502c), Vec.rgb(0x7a5226), Vec.rgb(0xb5642a)
  };
  private static final double SUN_X = 455;
  private static final double SUN_Y = 265;

  private final Noise noise = new Noise(64);
  private final SplittableRandom random = new SplittableRandom(1893);

  private enum Region {
    SKY,
    FAR_LAND,
    WATER,
    NEAR_LAND
  }

  @Override
  public Canvas paint() {
    Painting painting = new Painting(WIDTH, HEIGHT, GROUND);
    layer(painting, 12, 280, 11, 0.5);
    layer(painting, 8, 230, 8.5, 0.8);
    layer(painting, 5, 150, 8, 1);
    layer(painting, 3.2, 90, 11, 1.1);
    return painting.lit(0.75);
  }

  private void layer(Painting painting, double brush, double length, double gap, double paint) {
    int columns = (int) (WIDTH / gap) + 3;
    int rows = (int) (HEIGHT / gap) + 3;
    for (int cell : Painting.shuffled(columns * rows, random)) {
      int column = cell % columns - 1;
      int row = cell / columns - 1;
      double x = (column + random.nextDouble()) * gap;
      double y = (row + random.nextDouble()) * gap;
      int seed = random.nextInt();
      double along = length * (0.6 + 0.7 * random.nextDouble());
      if (Math.hypot(x - SUN_X, y - SUN_Y) < 60) {
        along *= 0.4;
      }
      double width = brush * (0.75 + 0.5 * random.nextDouble());
      Painting.Path path = Painting.follow(this::angle, x, y, along);
      painting.stroke(path, width, colour(x, y), colour(x, y), paint, seed);
    }
  }

  private static Region region(double x, double y) {
    double shore = 770 - 0.78 * x + 55 * Math.sin(x / 120.0 + 0.6) + 0.00085 * x * x;
    if (y > shore) {
      return Region.NEAR_LAND;
    }
    double horizon = 402 + 5 * Math.sin(x / 90.0);
    if (y > horizon) {
      return Region.WATER;
    }
    double hills =
        395
            - 62 * Curves.bell((x - 60) / 150)
            - 44 * Curves.bell((x - 640) / 110)
            - 20 * Curves.bell((x - 250) / 90);
    return y > hills ? Region.FAR_LAND : Region.SKY;
  }

  /** What is constant along a band. */
  private double height(double x, double y) {
    double sway = 34 * noise.at(x / 210, y / 170) + 12 * noise.at(x / 90, y / 80 + 5);
    return switch (region(x, y)) {
      case SKY -> {
        double away = Math.hypot(x - SUN_X, 1.15 * (y - SUN_Y));
        double level = y + 38 * Math.sin(x / 105 + y / 150) * Curves.step(0, 200, away) + sway;
        // Near the sun the bands close to rings.
        yield Curves.mix(1.25 * away, level, Curves.step(70, 190, away));
      }
      case FAR_LAND -> y + 0.45 * x * Math.signum(x - 330) * 0.8 + 0.4 * sway;
      case WATER -> {
        double eddy = Curves.bell(Math.hypot((x - 520) / 170, (y - 560) / 90));
        yield y + 16 * Math.sin(x / 70 + y / 60) + 0.9 * sway + 105 * eddy;
      }
      case NEAR_LAND -> y + 0.72 * x - 0.0007 * x * x + 1.3 * sway - 30 * Math.sin(x / 130 + 0.4);
    };
  }

  private double angle(double x, double y) {
    double slopeX = height(x + 1, y) - height(x - 1, y);
    double slopeY = height(x, y + 1) - height(x, y - 1);
    if (Math.hypot(slopeX, slopeY) > 20) {
      // Across the edge of two regions; go on level.
      return 0;
    }
    return Math.atan2(-slopeX, slopeY);
  }

  private Vec colour(double x, double y) {
    double chance = random.nextDouble() + random.nextDouble() - 1;
    double level = height(x, y);
    return switch (region(x, y)) {
      case SKY -> {
        double away = Math.hypot(x - SUN_X, 1.15 * (y - SUN_Y));
        if (away < 58) {
          yield Painting.pick(FIRE, 5.7 + 0.6 * chance);
        }
        double band = band(level / 23) + 0.55 * Math.sin(level / 9.5);
        double value = 0.4 + 2.4 * band + 2.6 * Math.exp(-away / 130) + 0.9 * y / HEIGHT;
        if (band(level / 23 + 50) > 0.9 && away > 150) {
          yield Painting.pick(WATER, 2.6 + chance);
        }
        yield Painting.pick(FIRE, value + 0.85 * chance);
      }
      case FAR_LAND -> Painting.pick(WATER, 0.5 + 1.3 * band(level / 12) + 0.6 * chance);
      case WATER -> {
        double glitter = Curves.bell((x - SUN_X + 14 * Math.sin(y / 17)) / (30 + 0.22 * (y - 400)));
        double band = band(level / 15 + 200);
        if (0.9 * glitter * (0.35 + band) + 0.2 * chance > 0.5) {
          yield Painting.pick(FIRE, 3.6 + 1.5 * glitter + chance);
        }
        if (band > 0.93) {
          yield Painting.pick(FIRE, 1.6 + chance);
        }
        yield Painting.pick(WATER, 0.2 + 3.0 * band + 0.8 * chance);
      }
      case NEAR_LAND -> {
        double band = band(level / 17 + 400);
        yield Painting.pick(LAND, 0.1 + 3.6 * band * band + 0.9 * chance);
      }
    };
  }

  /** A number for each band, running softly from one to the next. */
  private double band(double position) {
    int i = (int) Math.floor(position);
    double t = Curves.step(0.3, 0.7, position - i);
    return Curves.mix(noise.cell(i, 7), noise.cell(i + 1, 7), t);
  }
}
