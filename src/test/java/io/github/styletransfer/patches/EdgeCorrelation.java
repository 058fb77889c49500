package io.github.styletransfer.patches;

import io.github.styletransfer.image.RgbImage;

/** How much the edges of two images are in the same places. */
final class EdgeCorrelation {
  private static final double RED = 0.299;
  private static final double GREEN = 0.587;
  private static final double BLUE = 0.114;

  private EdgeCorrelation() {}

  /**
   * Pearson's correlation of the magnitudes of the brightness gradients of two images of one size.
   * It is not a number when one of them has the same gradient everywhere.
   */
  static double between(RgbImage one, RgbImage other) {
    if (!one.size().equals(other.size())) {
      throw new IllegalArgumentException(one.size() + " and " + other.size());
    }
    double[] a = magnitudes(one);
    double[] b = magnitudes(other);
    double meanA = mean(a);
    double meanB = mean(b);
    double varianceA = 0;
    double varianceB = 0;
    double covariance = 0;
    for (int i = 0; i < a.length; i++) {
      varianceA += (a[i] - meanA) * (a[i] - meanA);
      varianceB += (b[i] - meanB) * (b[i] - meanB);
      covariance += (a[i] - meanA) * (b[i] - meanB);
    }
    return covariance / Math.sqrt(varianceA * varianceB);
  }

  /**
   * The magnitude of the gradient in each pixel, from the neighbours on both sides; at the border
   * from the pixel itself and its only neighbour.
   */
  static double[] magnitudes(RgbImage image) {
    double[] brightness = brightness(image);
    int width = image.width();
    double[] magnitudes = new double[brightness.length];
    for (int i = 0; i < brightness.length; i++) {
      magnitudes[i] =
          Math.hypot(
              slope(brightness, i % width, width, i - i % width, 1),
              slope(brightness, i / width, image.height(), i % width, width));
    }
    return magnitudes;
  }

  private static double slope(double[] values, int index, int count, int start, int step) {
    int before = Math.max(0, index - 1);
    int after = Math.min(count - 1, index + 1);
    return before == after
        ? 0
        : (values[start + after * step] - values[start + before * step]) / (after - before);
  }

  private static double[] brightness(RgbImage image) {
    byte[] samples = image.samples();
    double[] brightness = new double[samples.length / RgbImage.CHANNELS];
    for (int i = 0; i < brightness.length; i++) {
      int pixel = i * RgbImage.CHANNELS;
      brightness[i] =
          RED * (samples[pixel] & 0xff)
              + GREEN * (samples[pixel + 1] & 0xff)
              + BLUE * (samples[pixel + 2] & 0xff);
    }
    return brightness;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
