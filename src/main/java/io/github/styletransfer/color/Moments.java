package io.github.styletransfer.color;

import io.github.styletransfer.image.RgbImage;

/** The mean colour of an image and the covariance of its colours, in grey levels. */
public final class Moments {
  private static final int CHANNELS = RgbImage.CHANNELS;

  private final double[] mean;
  private final double[][] covariance;

  private Moments(double[] mean, double[][] covariance) {
    this.mean = mean;
    this.covariance = covariance;
  }

  /**
   * Those of an image, by sums of whole numbers, which are exact.
   *
   * @param noise the standard deviation of noise that is added to each channel
   */
  public static Moments of(RgbImage image, double noise) {
    byte[] samples = image.samples();
    long[] sums = new long[CHANNELS];
    long[][] products = new long[CHANNELS][CHANNELS];
    for (int pixel = 0; pixel < samples.length; pixel += CHANNELS) {
      for (int a = 0; a < CHANNELS; a++) {
        int value = Byte.toUnsignedInt(samples[pixel + a]);
        sums[a] += value;
        for (int b = 0; b <= a; b++) {
          products[a][b] += (long) value * Byte.toUnsignedInt(samples[pixel + b]);
        }
      }
    }
    double count = (double) samples.length / CHANNELS;
    double[] mean = new double[CHANNELS];
    double[][] covariance = new double[CHANNELS][CHANNELS];
    for (int a = 0; a < CHANNELS; a++) {
      mean[a] = sums[a] / count;
      for (int b = 0; b <= a; b++) {
        covariance[a][b] = products[a][b] / count - mean[a] * mean[b];
        covariance[b][a] = covariance[a][b];
      }
      covariance[a][a] += noise * noise;
    }
    return new Moments(mean, covariance);
  }

  /** Red, green and blue, 0..255. */
  public double[] mean() {
    return mean;
  }

  /** [3][3], noise included. */
  public double[][] covariance() {
    return covariance;
  }
}
