package io.github.styletransfer.color;

/** Samples of sRGB images (IEC 61966-2-1) and the light that they stand for. */
final class Srgb {
  private static final int VALUES = 256;
  private static final double MOST = VALUES - 1;
  private static final double[] LINEAR = new double[VALUES];

  /** The light from which on a sample is rounded up to the next. */
  private static final double[] STEPS = new double[VALUES - 1];

  private static final int CELLS = 1 << 12;

  /** The sample for the light at which each of equal parts of the range begins. */
  private static final int[] FIRST = new int[CELLS + 1];

  static {
    for (int i = 0; i < VALUES; i++) {
      LINEAR[i] = linear(i / MOST);
    }
    for (int i = 0; i < STEPS.length; i++) {
      STEPS[i] = linear((i + 0.5) / MOST);
    }
    for (int i = 0; i <= CELLS; i++) {
      FIRST[i] = above(0, (double) i / CELLS);
    }
  }

  private Srgb() {}

  /** The light of a value of 0..1. */
  static double linear(double value) {
    return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
  }

  /** The light of a sample, 0..1. */
  static double linear(byte sample) {
    return LINEAR[Byte.toUnsignedInt(sample)];
  }

  /** The value of 0..1 for some light; what is below 0 or above 1 is clipped. */
  static double encoded(double linear) {
    double light = Math.max(0, Math.min(1, linear));
    return light <= 0.0031308 ? light * 12.92 : 1.055 * StrictMath.pow(light, 1 / 2.4) - 0.055;
  }

  /** The sample for some light, rounded; what is below 0 or above 1 is clipped. */
  static byte sample(double linear) {
    double cell = Math.max(0, Math.min(CELLS, linear * CELLS));
    return (byte) above(FIRST[(int) cell], linear);
  }

  /** The sample for some light, which is at least the given one. */
  private static int above(int least, double linear) {
    int sample = least;
    while (sample < STEPS.length && STEPS[sample] <= linear) {
      sample++;
    }
    return sample;
  }
}
