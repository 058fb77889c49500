package io.github.styletransfer.samples;

import java.util.SplittableRandom;

/** A city across the water at dusk, with a lit bridge leading to it. */
final class Skyline implements Picture {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 640;

  /** Rays for a pixel, to each side of a square. */
  private static final int RAYS = 4;

  private static final Vec EYE = new Vec(0, 8, 0);
  private static final Vec TARGET = new Vec(0, 88, 1000);
  private static final double SHORE = 880;
  private static final Vec WATER = Vec.rgb(0x0c2030);
  private static final Vec QUAY = Vec.rgb(0x3a3434);
  private static final Vec LAMP = Vec.rgb(0xffb560);

  private final DuskSky sky = new DuskSky();
  private final City city = new City(sky);
  private final Bridge bridge = new Bridge();
  private final Noise noise = new Noise(23);

  @Override
  public Canvas paint() {
    Canvas light = new Camera(EYE, TARGET, 2.1).photograph(this::light, WIDTH, HEIGHT, RAYS);
    return Camera.develop(light, 0.8, 0.08, 0.035, 7);
  }

  private Vec light(Vec origin, Vec direction, SplittableRandom random) {
    Hit hit = solid(origin, direction);
    double toWater = direction.y() < 0 ? -origin.y() / direction.y() : Double.POSITIVE_INFINITY;
    if (toWater < hit.distance()) {
      return water(origin.plus(direction.times(toWater)), direction, toWater, random);
    }
    return hazy(hit, direction);
  }

  private Hit solid(Vec origin, Vec direction) {
    return bridge
        .hit(origin, direction)
        .nearer(quay(origin, direction))
        .nearer(city.hit(origin, direction));
  }

  private Vec hazy(Hit hit, Vec direction) {
    if (Double.isInfinite(hit.distance())) {
      return sky.light(direction);
    }
    double clear = Math.exp(-hit.distance() / 6500);
    return sky.haze(direction).mix(hit.light(), clear);
  }

  /** The far shore: a wall, lamps, and trees behind them. */
  private Hit quay(Vec origin, Vec direction) {
    double distance = (SHORE - origin.z()) / direction.z();
    double x = origin.x() + direction.x() * distance;
    double y = origin.y() + direction.y() * distance;
    if (distance <= 0 || y > 30) {
      return Hit.NOTHING;
    }
    double lamp = 22 * (Curves.fraction(x / 22) - 0.5);
    if (Math.hypot(lamp, y - 9.5) < 1.1) {
      return new Hit(distance, LAMP.times(4.5));
    }
    if (y < 4) {
      double stones = 1 + 0.5 * noise.fractal(x / 3, y / 1.2, 3);
      return new Hit(distance, QUAY.times(stones * (0.35 + 0.15 * y)));
    }
    double grove = Curves.step(-0.25, 0.25, noise.at(x / 70, 3.3));
    double leaves = noise.fractal(x / 4, y / 4, 4);
    double crown = 4 + 11 * grove * Math.sqrt(Curves.clamp(1 - Math.pow(bump(x), 2)));
    if (y < crown + 3 * leaves && leaves > -0.22) {
      double lit = 0.25 + 0.5 * Curves.bell(lamp / 5) * Curves.bell((y - 8) / 5);
      Vec green = Vec.rgb(0x3d4a2c).times(0.55 + leaves);
      return new Hit(distance, green.times(lit));
    }
    return Hit.NOTHING;
  }

  private double bump(double x) {
    double tree = x / 13;
    return 2.2 * (Curves.fraction(tree) - 0.5) + 0.3 * noise.cell((int) Math.floor(tree), 1);
  }

  private Vec water(Vec point, Vec direction, double distance, SplittableRandom random) {
    double x = point.x();
    double z = point.z();
    double swell = noise.at(x / 26, z / 40);
    double wind = 0.55 + 0.45 * Curves.step(-0.4, 0.5, noise.at(x / 160 + 3, z / 420));
    double slopeX = noise.at(x / 2.2, z / 3.1) + noise.at(x / 0.8 + 7, z / 0.9);
    double slopeZ = noise.at(x / 3.6 + 31, z / 2.4) + 0.8 * noise.at(x / 1.3, z / 0.7 + 5);
    // Ripples too small to be seen at a distance still scatter the light.
    double unseen = Curves.step(60, 500, distance) * (random.nextDouble() - 0.5);
    Vec normal =
        new Vec(
                wind * 0.022 * slopeX + 0.004 * swell,
                1,
                wind * (0.034 * slopeZ + 0.05 * unseen) + 0.012 * swell)
            .unit();
    Vec mirrored = direction.reflect(normal);
    mirrored = new Vec(mirrored.x(), Math.abs(mirrored.y()) + 0.002, mirrored.z()).unit();
    double facing = Curves.clamp(-direction.dot(normal) + 0.03);
    double fresnel = 0.04 + 0.9 * Math.pow(1 - facing, 4);
    Vec reflection = hazy(solid(point, mirrored), mirrored);
    Vec depth = WATER.times(0.9 + 0.5 * slopeZ);
    Vec light = depth.mix(reflection, fresnel);
    return sky.haze(direction).mix(light, Math.exp(-distance / 5200));
  }
}
