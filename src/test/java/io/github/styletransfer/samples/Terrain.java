package io.github.styletransfer.samples;

import java.util.stream.IntStream;

/**
 * The land around a mountain lake, whose water stands at height 0: heights on a grid, in metres.
 */
final class Terrain {
  static final Vec SUN = new Vec(-0.74, 0.44, -0.34).unit();

  private static final double CELL = 4;
  private static final int COLUMNS = 1800;
  private static final int ROWS = 1450;
  private static final double LEFT = -CELL * COLUMNS / 2;

  private static final Vec GRASS = Vec.rgb(0x75883f);
  private static final Vec DRY_GRASS = Vec.rgb(0x98915a);
  private static final Vec FOREST = Vec.rgb(0x2c4428);
  private static final Vec ROCK = Vec.rgb(0x857a72);
  private static final Vec DARK_ROCK = Vec.rgb(0x5a5357);
  private static final Vec SNOW = Vec.rgb(0xf2f4fa);
  private static final Vec SUNLIGHT = new Vec(3.6, 2.8, 1.9);
  private static final Vec SKYLIGHT = new Vec(0.36, 0.47, 0.68);
  private static final Vec HAZE = new Vec(0.50, 0.62, 0.82);

  private final Noise noise = new Noise(41);
  private final float[] heights = new float[COLUMNS * ROWS];

  Terrain() {
    IntStream.range(0, ROWS)
        .parallel()
        .forEach(
            row -> {
              for (int column = 0; column < COLUMNS; column++) {
                heights[row * COLUMNS + column] = (float) form(LEFT + column * CELL, row * CELL);
              }
            });
  }

  private double form(double x, double z) {
    double bays = 0.22 * noise.fractal(x / 190, z / 190, 4);
    double shore = Math.hypot((x - 30) / 265, (z - 470) / 440) + bays * Curves.step(20, 150, z);
    double land = shore - 1;
    double beach = land < 0 ? 40 * land : 14 * Math.min(land, 0.4);
    double hill = 0.55 + 1.1 * noise.fractal(x / 480 + 5, z / 480, 6);
    double hills =
        130 * Curves.step(0.99, 1.75, shore) * Math.max(0.16, hill) * Curves.step(120, 420, z);
    hills *= 1 + 0.9 * Curves.step(-40, -420, x) + 0.4 * Curves.step(500, 1100, x);
    double massif =
        0.35
            + 0.95 * Curves.bell((x - 420) / 620) * Curves.bell((z - 3100) / 1200)
            + 0.75 * Curves.bell((x + 950) / 560) * Curves.bell((z - 3700) / 1300)
            + 0.55 * Curves.bell((x - 1900) / 700) * Curves.bell((z - 3900) / 1300);
    double crest = noise.ridges(x / 1500 + 2.3, z / 1500 + 0.7, 9);
    double mountains = 860 * massif * (0.18 + crest) * Curves.step(1250, 3500, z);
    double natural = Math.max(beach, -6) + hills + mountains;
    double point = Curves.bell(Math.hypot((x - 98) / 56, (z - 203) / 44));
    return Curves.mix(natural, 2.6, Curves.step(0.22, 0.5, point + 0.4 * bays));
  }

  double height(double x, double z) {
    double column = Math.max(0, Math.min(COLUMNS - 2, (x - LEFT) / CELL));
    double row = Math.max(0, Math.min(ROWS - 2, z / CELL));
    int c = (int) column;
    int r = (int) row;
    int i = r * COLUMNS + c;
    double near = Curves.mix(heights[i], heights[i + 1], column - c);
    double far = Curves.mix(heights[i + COLUMNS], heights[i + COLUMNS + 1], column - c);
    return Curves.mix(near, far, row - r);
  }

  private Vec normal(double x, double z, double reach) {
    double slopeX = (height(x + reach, z) - height(x - reach, z)) / (2 * reach);
    double slopeZ = (height(x, z + reach) - height(x, z - reach)) / (2 * reach);
    return new Vec(-slopeX, 1, -slopeZ).unit();
  }

  /** How far a ray comes before it meets land or water. */
  double distance(Vec origin, Vec direction) {
    // A view from below the water begins at its surface.
    double t = origin.y() < 0 ? -origin.y() / Math.max(1e-6, direction.y()) : 3;
    while (t < 7500) {
      double y = origin.y() + direction.y() * t;
      double z = origin.z() + direction.z() * t;
      double gap = y - height(origin.x() + direction.x() * t, z);
      if (gap < 0.0006 * t) {
        return t;
      }
      if (y > 2300 || z > ROWS * CELL) {
        break;
      }
      t += Math.max(0.0009 * t, 0.42 * gap);
    }
    return Double.POSITIVE_INFINITY;
  }

  /** The light that comes from a point of the land. */
  Vec light(Vec point, double distance) {
    double x = point.x();
    double z = point.z();
    Vec normal = normal(x, z, 3 + distance / 700);
    double grain = noise.fractal(x / 21, z / 21 + point.y() / 9, 5);
    double rough = 1 + distance / 900;
    Vec bumpy =
        normal
            .plus(
                new Vec(
                    0.6 * noise.fractal(x / 9 / rough, point.y() / 9 / rough, 4),
                    0,
                    0.6 * noise.fractal(z / 9 / rough, x / 9 / rough + 7, 4)))
            .unit();
    Vec colour = colour(point, normal, grain);
    double sun = Math.max(0, bumpy.dot(SUN)) * sunshine(point);
    double sky = 0.55 + 0.45 * bumpy.y();
    Vec light = SUNLIGHT.times(sun).plus(SKYLIGHT.times(sky));
    return hazy(colour.times(light).times(0.62), distance);
  }

  private Vec colour(Vec point, Vec normal, double grain) {
    double patches = noise.fractal(point.x() / 160, point.z() / 160, 4);
    Vec meadow = GRASS.mix(DRY_GRASS, Curves.clamp(0.4 + 1.6 * patches + grain));
    double tufts =
        noise.fractal(point.x() / 3, point.z() / 5, 4) * Curves.step(330, 220, point.z());
    meadow =
        meadow.times((0.75 + 0.5 * tufts) * Curves.mix(0.6, 1, Curves.step(40, 120, point.z())));
    double wooded = Curves.step(5, 18, point.y() + 14 * patches);
    Vec colour = meadow.mix(FOREST.times(1 + 0.9 * grain), wooded);
    double strata = noise.at(point.x() / 300, point.y() / 14 + 2 * grain);
    Vec rock = ROCK.mix(DARK_ROCK, Curves.clamp(0.5 + 0.7 * strata + grain));
    double height = point.y() + 130 * patches + 60 * grain;
    colour = colour.mix(DRY_GRASS.times(0.7), 0.7 * Curves.step(210, 290, height));
    double bare = Curves.step(0.80, 0.66, normal.y() + 0.12 * grain);
    colour = colour.mix(rock, Math.max(bare, Curves.step(300, 400, height)));
    double snow = Curves.step(430, 640, height) * Curves.step(0.52, 0.68, normal.y() + 0.1 * grain);
    return colour.mix(SNOW, snow);
  }

  /** How much of the sun is seen from a point, between mountains and clouds. */
  double sunshine(Vec point) {
    double cloud = noise.fractal(point.x() / 1100 + 4, point.z() / 1100, 3);
    double free = 1 - 0.6 * Curves.step(0.08, 0.25, cloud);
    double t = 12;
    for (int i = 0; i < 40 && free > 0.02; i++) {
      Vec there = point.plus(SUN.times(t));
      double gap = there.y() - height(there.x(), there.z());
      free = Math.min(free, Curves.clamp(0.5 + 14 * gap / t));
      t += Math.max(14, 0.5 * gap);
    }
    return Curves.clamp(free);
  }

  static Vec hazy(Vec light, double distance) {
    return HAZE.mix(light, Math.exp(-distance / 8200));
  }

  /** What stands upright on the land, lit from one side. */
  Vec standing(Vec point, Vec colour, double facingSun, double distance) {
    Vec light = SUNLIGHT.times(0.8 * facingSun * sunshine(point)).plus(SKYLIGHT.times(0.85));
    return hazy(colour.times(light).times(0.62), distance);
  }
}
