package io.github.styletransfer.engine.winograd;

/**
 * The one-dimensional transforms of F(4, 3): four outputs of a filter of three. The points are 0,
 * infinity, a, -a, b and -b in this order, where a^2 = 1/2 and b^2 = 2; they err less than 0, 1 and
 * 2 do.
 */
final class Lines {
  /** Values that one tile takes in each direction. */
  static final int IN = 6;

  /** Values that one tile gives in each direction. */
  static final int OUT = 4;

  /** Values of the kernel in each direction. */
  static final int TAPS = 3;

  private static final float A = (float) Math.sqrt(0.5);
  private static final float B = (float) Math.sqrt(2);
  private static final float A2 = 0.5f;
  private static final float B2 = 2;

  /** 1 / (2 a^2 (a^2 - b^2)). */
  private static final float WEIGHT_A = -2 / 3f;

  /** 1 / (2 b^2 (b^2 - a^2)). */
  private static final float WEIGHT_B = 1 / 6f;

  private Lines() {}

  /** Six values of the input to six of the transformed tile. */
  static void input(float[][] v, float[][] transformed, int count) {
    Loops.end(v[0], v[2], v[4], A2 + B2, transformed[0], count);
    Loops.end(v[1], v[3], v[5], A2 + B2, transformed[1], count);
    Loops.pair(v[1], v[2], v[3], v[4], B2, A, transformed[2], transformed[3], count);
    Loops.pair(v[1], v[2], v[3], v[4], A2, B, transformed[4], transformed[5], count);
  }

  /** Six products to four values of the output. */
  static void output(float[][] p, float[][] v, int count) {
    Loops.even(p[0], p[2], p[3], p[4], p[5], A2, B2, v[0], v[2], count);
    Loops.odd(p[1], p[2], p[3], p[4], p[5], A, B, A2 * A, B2 * B, v[1], v[3], count);
  }

  /**
   * Three values of the filter to those of the transformed filter at a and -a; those at 0 and
   * infinity are its ends.
   */
  static void kernelAtA(float[][] v, float[][] transformed, int count) {
    kernel(v, WEIGHT_A, A, transformed, count);
  }

  /** The same at b and -b. */
  static void kernelAtB(float[][] v, float[][] transformed, int count) {
    kernel(v, WEIGHT_B, B, transformed, count);
  }

  private static void kernel(
      float[][] v, float weight, float point, float[][] transformed, int count) {
    float w1 = weight * point;
    Loops.pair(v[0], v[1], v[2], weight, w1, w1 * point, transformed[0], transformed[1], count);
  }
}
