package io.github.styletransfer.samples;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Takes photos of scenes that can say how much light comes from where. */
final class Camera {
  private final Vec position;
  private final Vec right;
  private final Vec up;
  private final Vec forward;
  private final double focalLength;

  /** What the camera is pointed at. */
  interface Scene {
    /** The light that arrives at {@code origin} against {@code direction}. */
    Vec light(Vec origin, Vec direction, SplittableRandom random);
  }

  /** A focal length of 1 sees as wide as it is far, 90 degrees. */
  Camera(Vec position, Vec target, double focalLength) {
    this.position = position;
    this.focalLength = focalLength;
    forward = target.minus(position).unit();
    right = new Vec(0, 1, 0).cross(forward).unit();
    up = forward.cross(right);
  }

  /** Every pixel is the mean of {@code grid * grid} rays. */
  Canvas photograph(Scene scene, int width, int height, int grid) {
    Canvas canvas = new Canvas(width, height);
    IntStream.range(0, height)
        .parallel()
        .forEach(
            y -> {
              for (int x = 0; x < width; x++) {
                SplittableRandom random = new SplittableRandom((long) y * width + x);
                Vec sum = Vec.BLACK;
                for (int i = 0; i < grid * grid; i++) {
                  int column = i % grid;
                  int row = i / grid;
                  double px = x + (column + random.nextDouble()) / grid;
                  double py = y + (row + random.nextDouble()) / grid;
                  Vec light = scene.light(position, direction(px, py, width, height), random);
                  // One glaring ray must not outshine the pixel.
                  sum = sum.plus(light.times(Math.min(1, 6 / Math.max(1e-9, light.luminance()))));
                }
                canvas.set(x, y, sum.times(1.0 / (grid * grid)));
              }
            });
    return canvas;
  }

  Vec direction(double px, double py, int width, int height) {
    double u = (2 * px - width) / width;
    double v = (height - 2 * py) / width;
    return forward.times(focalLength).plus(right.times(u)).plus(up.times(v)).unit();
  }

  /** Develops the light into a photo: glow around lights, film curve, vignette and grain. */
  static Canvas develop(Canvas light, double exposure, double glow, double grain, int seed) {
    Canvas halo = light.blur(Math.max(2, light.width / 90));
    Canvas photo = new Canvas(light.width, light.height);
    SplittableRandom random = new SplittableRandom(seed);
    Noise noise = new Noise(seed);
    for (int y = 0; y < light.height; y++) {
      for (int x = 0; x < light.width; x++) {
        Vec colour = light.get(x, y).mix(halo.get(x, y), glow);
        double fromCentre =
            Math.hypot(2.0 * x / light.width - 1, 2.0 * y / light.height - 1) / Math.sqrt(2);
        colour = colour.times(exposure * (1 - 0.3 * Math.pow(fromCentre, 3)));
        double speck = random.nextDouble() + random.nextDouble() - 1 + noise.at(x / 1.7, y / 1.7);
        colour = film(colour);
        double shown = Math.sqrt(Math.max(1e-6, colour.luminance()));
        photo.set(x, y, colour.times(1 + grain * speck * (1.2 - shown)));
      }
    }
    return photo;
  }

  /** Bright light is compressed as film does it; 1 is not quite white. */
  static Vec film(Vec light) {
    return new Vec(film(light.x()), film(light.y()), film(light.z()));
  }

  private static double film(double light) {
    double v = Math.max(0, light);
    return v * (2.51 * v + 0.03) / (v * (2.43 * v + 0.59) + 0.14);
  }
}
