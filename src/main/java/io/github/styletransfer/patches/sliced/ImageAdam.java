package io.github.styletransfer.patches.sliced;

import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;
import java.util.Arrays;

/**
 * Adam (Kingma and Ba 2015) on an image's values, which stay in -1..1. The rate falls linearly to a
 * tenth in the second half of the steps.
 */
public final class ImageAdam {
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.99;
  private static final float EPSILON = 1e-8f;
  private static final double LAST = 0.1;

  private final float[] first;
  private final float[] second;

  /**
   * Takes values without copying them.
   *
   * @param first the first moments, HWC
   * @param second the second moments, HWC
   */
  public ImageAdam(float[] first, float[] second) {
    this.first = first;
    this.second = second;
  }

  /** The first moments, HWC. */
  public float[] first() {
    return first;
  }

  /** The second moments, HWC. */
  public float[] second() {
    return second;
  }

  /** That of no step yet. */
  public static ImageAdam forImage(FloatImage image) {
    return new ImageAdam(new float[image.values().length], new float[image.values().length]);
  }

  /** Forgets all steps. */
  public void reset() {
    Arrays.fill(first, 0);
    Arrays.fill(second, 0);
  }

  /**
   * Moves an image against a gradient, in place.
   *
   * @param gradient each channel by itself
   * @param step 0-based
   * @param steps how many there are
   * @param rate the step size
   */
  public void step(
      FloatImage image, float[][][] gradient, int step, int steps, double rate, Bands bands) {
    double half = steps * 0.5;
    double factor = step < half ? 1 : LAST + (1 - LAST) * (steps - step) / half;
    float scale = (float) (rate * factor / (1 - StrictMath.pow(BETA_1, step + 1)));
    float correction = (float) (1 / (1 - StrictMath.pow(BETA_2, step + 1)));
    bands.rows(
        image.height(),
        (top, end) -> {
          for (int y = top; y < end; y++) {
            int at = y * image.width() * FloatImage.CHANNELS;
            for (int x = 0; x < image.width(); x++) {
              for (float[][] plane : gradient) {
                update(image.values(), at++, plane[y][x], scale, correction);
              }
            }
          }
        });
  }

  private void update(float[] values, int i, float gradient, float scale, float correction) {
    first[i] += (float) (1 - BETA_1) * (gradient - first[i]);
    second[i] += (float) (1 - BETA_2) * (gradient * gradient - second[i]);
    float move = scale * first[i] / ((float) Math.sqrt(second[i] * correction) + EPSILON);
    values[i] = Math.max(-1, Math.min(1, values[i] - move));
  }
}
