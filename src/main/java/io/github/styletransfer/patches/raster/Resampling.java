package io.github.styletransfer.patches.raster;

import java.util.Arrays;

/**
 * Resizes with Keys' cubic kernel (Cubic Convolution Interpolation for Digital Image Processing,
 * 1981), widened when an image is reduced so that nothing is left out; its weights are normalised
 * at the borders.
 */
public final class Resampling {
  private static final double A = -0.5;
  private static final double REACH = 2;

  private final Bands bands;

  /** Works in these threads. */
  public Resampling(Bands bands) {
    this.bands = bands;
  }

  /** The image at another size; the same one if it has that size. May overshoot at edges. */
  public FloatImage resize(FloatImage image, int width, int height) {
    return vertically(horizontally(image, width), height);
  }

  private FloatImage horizontally(FloatImage image, int width) {
    if (image.width() == width) {
      return image;
    }
    Taps taps = Taps.of(image.width(), width);
    FloatImage result = new FloatImage(width, image.height());
    bands.rows(
        image.height(),
        (first, end) -> {
          for (int y = first; y < end; y++) {
            row(image, result, taps, y);
          }
        });
    return result;
  }

  private static void row(FloatImage image, FloatImage result, Taps taps, int y) {
    float[] from = image.values();
    float[] to = result.values();
    int in = y * image.width() * FloatImage.CHANNELS;
    int out = y * result.width() * FloatImage.CHANNELS;
    for (int x = 0; x < result.width(); x++) {
      int tap = x * taps.count();
      int at = in + taps.first()[x] * FloatImage.CHANNELS;
      float red = 0;
      float green = 0;
      float blue = 0;
      for (int i = 0; i < taps.used()[x]; i++) {
        float weight = taps.weights()[tap + i];
        red += weight * from[at];
        green += weight * from[at + 1];
        blue += weight * from[at + 2];
        at += FloatImage.CHANNELS;
      }
      to[out++] = red;
      to[out++] = green;
      to[out++] = blue;
    }
  }

  private FloatImage vertically(FloatImage image, int height) {
    if (image.height() == height) {
      return image;
    }
    Taps taps = Taps.of(image.height(), height);
    FloatImage result = new FloatImage(image.width(), height);
    int samples = image.width() * FloatImage.CHANNELS;
    bands.rows(
        height,
        (first, end) -> {
          for (int y = first; y < end; y++) {
            for (int i = 0; i < taps.used()[y]; i++) {
              add(
                  image.values(),
                  (taps.first()[y] + i) * samples,
                  taps.weights()[y * taps.count() + i],
                  result.values(),
                  y * samples,
                  samples);
            }
          }
        });
    return result;
  }

  private static void add(float[] from, int in, float weight, float[] to, int out, int count) {
    for (int i = 0; i < count; i++) {
      to[out + i] += weight * from[in + i];
    }
  }

  /** What each sample of a resized line is made of. */
  private static final class Taps {
    private final int count;
    private final int[] first;
    private final int[] used;
    private final float[] weights;

    /**
     * Takes values without copying them.
     *
     * @param count weights kept for each
     * @param first sample of the line that counts, for each
     * @param used how many count, for each
     * @param weights whose sum is 1 for each
     */
    Taps(int count, int[] first, int[] used, float[] weights) {
      this.count = count;
      this.first = first;
      this.used = used;
      this.weights = weights;
    }

    /** Weights kept for each. */
    int count() {
      return count;
    }

    /** Sample of the line that counts, for each. */
    int[] first() {
      return first;
    }

    /** How many count, for each. */
    int[] used() {
      return used;
    }

    /** Whose sum is 1 for each. */
    float[] weights() {
      return weights;
    }

    static Taps of(int from, int to) {
      double scale = (double) from / to;
      double stretch = Math.max(1, scale);
      double reach = REACH * stretch;
      int count = 2 * (int) Math.ceil(reach) + 1;
      int[] first = new int[to];
      int[] used = new int[to];
      float[] weights = new float[to * count];
      double[] raw = new double[count];
      for (int i = 0; i < to; i++) {
        double centre = (i + 0.5) * scale;
        first[i] = Math.max(0, (int) (centre - reach + 0.5));
        used[i] = Math.min(from, (int) (centre + reach + 0.5)) - first[i];
        for (int j = 0; j < used[i]; j++) {
          raw[j] = kernel((first[i] + j + 0.5 - centre) / stretch);
        }
        double sum = Arrays.stream(raw, 0, used[i]).sum();
        for (int j = 0; j < used[i]; j++) {
          weights[i * count + j] = (float) (raw[j] / sum);
        }
      }
      return new Taps(count, first, used, weights);
    }

    private static double kernel(double distance) {
      double d = Math.abs(distance);
      if (d < 1) {
        return ((A + 2) * d - (A + 3)) * d * d + 1;
      }
      return d < REACH ? (((d - 5) * d + 8) * d - 4) * A : 0;
    }
  }
}
