package io.github.styletransfer.patches.raster;

import java.util.SplittableRandom;

/** Small images to test with. */
public final class FloatImages {
  private FloatImages() {}

  /** Values of even distribution over -1..1. */
  public static FloatImage random(long seed, int width, int height) {
    return random(seed, width, height, 1 << 24);
  }

  /** Values from a few evenly spaced levels of -1..1, so that many are equal. */
  public static FloatImage random(long seed, int width, int height, int levels) {
    SplittableRandom random = new SplittableRandom(seed);
    FloatImage image = new FloatImage(width, height);
    for (int i = 0; i < image.values().length; i++) {
      image.values()[i] = (float) (2.0 * random.nextInt(levels) / (levels - 1) - 1);
    }
    return image;
  }

  /** One colour. */
  public static FloatImage flat(int width, int height, double red, double green, double blue) {
    float[] color = {(float) red, (float) green, (float) blue};
    FloatImage image = new FloatImage(width, height);
    for (int i = 0; i < image.values().length; i++) {
      image.values()[i] = color[i % FloatImage.CHANNELS];
    }
    return image;
  }

  /** A photo of sorts: soft hills of colour, and a little noise, all within -1..1. */
  public static FloatImage soft(long seed, int width, int height) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] waves = random.doubles(4L * FloatImage.CHANNELS).toArray();
    FloatImage image = new FloatImage(width, height);
    for (int i = 0; i < image.values().length; i++) {
      int pixel = i / FloatImage.CHANNELS;
      int wave = 4 * (i % FloatImage.CHANNELS);
      double x = (double) (pixel % width) / Math.max(width, height);
      double y = (double) pixel / width / Math.max(width, height);
      double angle = 9 * (waves[wave] * x + waves[wave + 1] * y) + 7 * waves[wave + 2];
      image.values()[i] =
          (float)
              (0.6 * Math.sin(angle) * (0.4 + waves[wave + 3]) + 0.1 * (random.nextDouble() - 0.5));
    }
    return image;
  }
}
