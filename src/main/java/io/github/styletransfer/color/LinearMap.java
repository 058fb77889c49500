package io.github.styletransfer.color;

import io.github.styletransfer.image.RgbImage;

/**
 * Gives an image another one's mean colour and colour covariance: the linear map of least change
 * that does so (Pitié and Kokaram, The Linear Monge-Kantorovitch Linear Colour Mapping for
 * Example-Based Colour Transfer, 2007).
 */
public final class LinearMap {
  private static final int CHANNELS = RgbImage.CHANNELS;

  /** In grey levels: colours that vary by less are not spread out any further. */
  private static final double NOISE = 4;

  private LinearMap() {}

  /**
   * The symmetric matrix that takes colours of one covariance to another.
   *
   * @param from [3][3], positive definite
   * @param to [3][3], positive definite
   * @return A^(-1/2) (A^(1/2) B A^(1/2))^(1/2) A^(-1/2), [3][3]
   */
  public static double[][] between(double[][] from, double[][] to) {
    Symmetric a = Symmetric.of(from);
    double[][] root = a.power(0.5);
    double[][] inverse = a.power(-0.5);
    double[][] inner = Symmetric.product(Symmetric.product(root, to), root);
    return Symmetric.product(Symmetric.product(inverse, Symmetric.of(inner).power(0.5)), inverse);
  }

  /**
   * What an image's colours become when a matrix is applied to their differences from a mean.
   *
   * @param matrix [3][3]
   * @param mean of the image's colours, [3]
   * @param wanted the mean that they are to have, [3]
   * @return the constant to add to the matrix's product with a colour, [3]
   */
  public static double[] offset(double[][] matrix, double[] mean, double[] wanted) {
    double[] offset = new double[CHANNELS];
    for (int i = 0; i < CHANNELS; i++) {
      offset[i] = wanted[i];
      for (int j = 0; j < CHANNELS; j++) {
        offset[i] -= matrix[i][j] * mean[j];
      }
    }
    return offset;
  }

  /** The first image in the colours of the second; what is out of range is clipped. */
  public static RgbImage apply(RgbImage image, RgbImage model) {
    Moments from = Moments.of(image, NOISE);
    Moments to = Moments.of(model, NOISE);
    double[][] matrix = between(from.covariance(), to.covariance());
    double[] offset = offset(matrix, from.mean(), to.mean());
    byte[] samples = image.samples();
    byte[] mapped = new byte[samples.length];
    for (int at = 0; at < samples.length; at += CHANNELS) {
      int red = Byte.toUnsignedInt(samples[at]);
      int green = Byte.toUnsignedInt(samples[at + 1]);
      int blue = Byte.toUnsignedInt(samples[at + 2]);
      for (int i = 0; i < CHANNELS; i++) {
        double[] row = matrix[i];
        double value = row[0] * red + row[1] * green + row[2] * blue + offset[i];
        mapped[at + i] = (byte) Math.round(Math.max(0, Math.min(255, value)));
      }
    }
    return new RgbImage(image.width(), image.height(), mapped);
  }
}
