package io.github.styletransfer.network.thin;

import io.github.styletransfer.network.NetworkFault;

/**
 * The convolution of 1 x 1 pixels that makes mean-free BGR 0..255 of RGB 0..1, x = W rgb + b. The
 * same of RGB 0..255 is W / 255 (rgb - m), if W m / 255 + b = 0.
 */
final class ImageInput {
  /** Of the image, and of what is made of it. */
  static final int CHANNELS = 3;

  private static final double BRIGHTEST = 255;

  private final double[] matrix;
  private final float[] meanPixel;

  private ImageInput(double[] matrix, float[] meanPixel) {
    this.matrix = matrix;
    this.meanPixel = meanPixel;
  }

  /**
   * Solves for the mean pixel.
   *
   * @param weight W, by rows
   * @param bias b
   * @throws NetworkFault if there is none within 0..255
   */
  static ImageInput of(float[] weight, float[] bias) throws NetworkFault {
    double[] matrix = new double[weight.length];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = weight[i] / BRIGHTEST;
    }
    double determinant = determinant(matrix);
    float[] meanPixel = new float[CHANNELS];
    for (int channel = 0; channel < CHANNELS; channel++) {
      double[] replaced = matrix.clone();
      for (int row = 0; row < CHANNELS; row++) {
        replaced[row * CHANNELS + channel] = -bias[row];
      }
      double mean = determinant(replaced) / determinant;
      if (!(mean >= 0 && mean <= BRIGHTEST)) {
        throw NetworkFault.unexpected(
            "is another network: its conv0 has a mean pixel of " + mean + ", not within 0 to 255");
      }
      meanPixel[channel] = (float) mean;
    }
    return new ImageInput(matrix, meanPixel);
  }

  private static double determinant(double[] m) {
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }

  /** Red, green and blue, 0..255. */
  float[] meanPixel() {
    return meanPixel.clone();
  }

  /**
   * Makes a kernel that takes RGB 0..255 minus the mean pixel of one that takes what is made of it.
   *
   * @param kernel [kernel height, kernel width, 3, outputs]
   */
  float[] fold(float[] kernel) {
    int outputs = kernel.length / ThinWeights.TAPS / CHANNELS;
    float[] folded = new float[kernel.length];
    for (int tap = 0; tap < ThinWeights.TAPS; tap++) {
      for (int color = 0; color < CHANNELS; color++) {
        for (int output = 0; output < outputs; output++) {
          double sum = 0;
          for (int channel = 0; channel < CHANNELS; channel++) {
            sum +=
                kernel[(tap * CHANNELS + channel) * outputs + output]
                    * matrix[channel * CHANNELS + color];
          }
          folded[(tap * CHANNELS + color) * outputs + output] = (float) sum;
        }
      }
    }
    return folded;
  }
}
