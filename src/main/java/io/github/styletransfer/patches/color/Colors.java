package io.github.styletransfer.patches.color;

import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.patches.raster.Paintings;
import java.util.Arrays;

/** Colours of images, evenly spread over them. */
final class Colors {
  private static final int MOST = 1 << 14;

  private final int count;
  private final float[] values;

  /**
   * Takes values without copying them.
   *
   * @param count how many
   * @param values RGB, one colour after the other
   */
  Colors(int count, float[] values) {
    this.count = count;
    this.values = values;
  }

  /** How many. */
  int count() {
    return count;
  }

  /** RGB, one colour after the other. */
  float[] values() {
    return values;
  }

  static Colors of(FloatImage image) {
    return of(image, Math.min(image.width() * image.height(), MOST));
  }

  /** So many of each painting as its share is. */
  static Colors of(Paintings paintings) {
    if (paintings.images().size() == 1) {
      return of(paintings.images().get(0));
    }
    float[] values = new float[MOST * FloatImage.CHANNELS];
    int first = 0;
    double share = 0;
    for (int i = 0; i < paintings.images().size(); i++) {
      share += paintings.shares()[i];
      int end = (int) Math.min(MOST, Math.round(share * MOST));
      float[] some = of(paintings.images().get(i), end - first).values;
      System.arraycopy(some, 0, values, first * FloatImage.CHANNELS, some.length);
      first = end;
    }
    return new Colors(first, Arrays.copyOf(values, first * FloatImage.CHANNELS));
  }

  private static Colors of(FloatImage image, int count) {
    int pixels = image.width() * image.height();
    float[] values = new float[count * FloatImage.CHANNELS];
    for (int i = 0; i < count; i++) {
      int pixel = (int) ((2L * i + 1) * pixels / (2L * count));
      for (int c = 0; c < FloatImage.CHANNELS; c++) {
        values[i * FloatImage.CHANNELS + c] = image.values()[pixel * FloatImage.CHANNELS + c];
      }
    }
    return new Colors(count, values);
  }

  double[] mean() {
    double[] mean = new double[FloatImage.CHANNELS];
    for (int i = 0; i < values.length; i++) {
      mean[i % FloatImage.CHANNELS] += (double) values[i] / count;
    }
    return mean;
  }

  /** With some noise added to the diagonal. */
  double[][] covariance(double noise) {
    double[] mean = mean();
    double[][] covariance = new double[FloatImage.CHANNELS][FloatImage.CHANNELS];
    for (int i = 0; i < values.length; i += FloatImage.CHANNELS) {
      for (int a = 0; a < FloatImage.CHANNELS; a++) {
        for (int b = 0; b < FloatImage.CHANNELS; b++) {
          covariance[a][b] += (values[i + a] - mean[a]) * (values[i + b] - mean[b]) / count;
        }
      }
    }
    for (int a = 0; a < FloatImage.CHANNELS; a++) {
      covariance[a][a] += noise * noise;
    }
    return covariance;
  }
}
