package io.github.styletransfer.network.wavelet;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The filters of {@link Wavelets}, for RGB input in grey levels.
 *
 * <p>The image is seen in three opponent colour channels, of the order of 1. On brightness, a
 * Gabor-like filter in 8 orientations and 4 phases, of zero mean and unit L1 norm, times a gain; on
 * the two others, in which the eye resolves less, in 4 orientations; beside them each channel
 * itself and its negative; and a constant 1, by which a Gram matrix holds the means of all feature
 * maps. (8 + 4 + 4) x 4 + 3 x 2 + 1 = 71 feature maps, in this order.
 *
 * @param kernel [7, 7, 3, 71]
 * @param bias [71]
 * @param blur the binomial filter of 5 x 5 pixels with a border of zeros, on each colour alone, [7,
 *     7, 3, 3]
 */
record WaveletBank(INDArray kernel, INDArray bias, INDArray blur) {
  /** Rows and columns of a filter. */
  static final int SIZE = 7;

  private static final int COLOURS = 3;
  private static final int BRIGHTNESS_ORIENTATIONS = 8;
  private static final int COLOUR_ORIENTATIONS = 4;
  private static final int PHASES = 4;
  private static final int ORIENTED =
      (BRIGHTNESS_ORIENTATIONS + (COLOURS - 1) * COLOUR_ORIENTATIONS) * PHASES;
  private static final int FEATURES = ORIENTED + 2 * COLOURS + 1;

  private static final double SIGMA_ACROSS = 1.3;
  private static final double SIGMA_ALONG = 2.0;
  private static final double WAVELENGTH = 4.2;
  private static final double GAIN = 4;
  private static final double HALF_RANGE = 127.5;
  private static final int[] BINOMIAL = {0, 1, 4, 6, 4, 1, 0};
  private static final int BINOMIAL_SUM = 16;

  static WaveletBank create() {
    double[][] opponents = opponents();
    float[] kernel = new float[SIZE * SIZE * COLOURS * FEATURES];
    int feature = 0;
    for (int channel = 0; channel < COLOURS; channel++) {
      int orientations = channel == 0 ? BRIGHTNESS_ORIENTATIONS : COLOUR_ORIENTATIONS;
      for (int i = 0; i < orientations * PHASES; i++) {
        int orientation = i / PHASES;
        double direction = Math.PI * orientation / orientations;
        double phase = 2 * Math.PI * (i % PHASES) / PHASES;
        put(kernel, feature, filter(direction, phase), GAIN, opponents[channel]);
        feature++;
      }
    }
    for (int channel = 0; channel < COLOURS; channel++) {
      double[] centre = new double[SIZE * SIZE];
      centre[centre.length / 2] = 1;
      put(kernel, feature, centre, 1, opponents[channel]);
      put(kernel, feature + 1, centre, -1, opponents[channel]);
      feature += 2;
    }
    float[] bias = new float[FEATURES];
    bias[feature] = 1;
    return new WaveletBank(
        Nd4j.create(kernel, new long[] {SIZE, SIZE, COLOURS, FEATURES}, 'c'),
        Nd4j.create(bias, new long[] {FEATURES}, 'c'),
        Nd4j.create(binomial(), new long[] {SIZE, SIZE, COLOURS, COLOURS}, 'c'));
  }

  /** Brightness, red against blue, green against magenta: orthonormal rows over R, G, B. */
  private static double[][] opponents() {
    double[][] rows = {{1, 1, 1}, {1, 0, -1}, {-0.5, 1, -0.5}};
    for (double[] row : rows) {
      double norm = Math.sqrt(row[0] * row[0] + row[1] * row[1] + row[2] * row[2]);
      for (int i = 0; i < row.length; i++) {
        row[i] /= norm;
      }
    }
    return rows;
  }

  /** Row by row; a wave that runs in the given direction, 0 being rightwards. */
  private static double[] filter(double direction, double phase) {
    double[] envelope = new double[SIZE * SIZE];
    double[] filter = new double[SIZE * SIZE];
    double sum = 0;
    double envelopeSum = 0;
    for (int i = 0; i < filter.length; i++) {
      int x = i % SIZE - SIZE / 2;
      int y = i / SIZE - SIZE / 2;
      double across = x * Math.cos(direction) + y * Math.sin(direction);
      double along = y * Math.cos(direction) - x * Math.sin(direction);
      envelope[i] =
          Math.exp(
              -across * across / (2 * SIGMA_ACROSS * SIGMA_ACROSS)
                  - along * along / (2 * SIGMA_ALONG * SIGMA_ALONG));
      filter[i] = envelope[i] * Math.cos(2 * Math.PI * across / WAVELENGTH + phase);
      sum += filter[i];
      envelopeSum += envelope[i];
    }
    double norm = 0;
    for (int i = 0; i < filter.length; i++) {
      filter[i] -= envelope[i] * sum / envelopeSum;
      norm += Math.abs(filter[i]);
    }
    for (int i = 0; i < filter.length; i++) {
      filter[i] /= norm;
    }
    return filter;
  }

  private static void put(
      float[] kernel, int feature, double[] filter, double factor, double[] opponent) {
    for (int i = 0; i < filter.length; i++) {
      for (int colour = 0; colour < COLOURS; colour++) {
        kernel[(i * COLOURS + colour) * FEATURES + feature] =
            (float) (factor * filter[i] * opponent[colour] / HALF_RANGE);
      }
    }
  }

  private static float[] binomial() {
    float[] kernel = new float[SIZE * SIZE * COLOURS * COLOURS];
    for (int i = 0; i < SIZE * SIZE; i++) {
      double weight = (double) BINOMIAL[i / SIZE] * BINOMIAL[i % SIZE];
      for (int colour = 0; colour < COLOURS; colour++) {
        kernel[(i * COLOURS + colour) * COLOURS + colour] =
            (float) (weight / (BINOMIAL_SUM * BINOMIAL_SUM));
      }
    }
    return kernel;
  }
}
