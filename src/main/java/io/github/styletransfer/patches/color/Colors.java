package io.github.styletransfer.patches.color;

import io.github.styletransfer.patches.raster.FloatImage;

/** Colours of an image, evenly spread over it. */
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
    int pixels = image.width() * image.height();
    int count = Math.min(pixels, MOST);
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
