package io.github.styletransfer.engine.winograd;

/**
 * The inner loops: what they do, they do at each index of their arrays, below a count.
 *
 * <p>They are written so that the compiler uses the processor's vectors: all arrays have one index,
 * there is no choice and no more than two results, and no sum or product has two computed operands.
 * Those the compiler may exchange in one of the unrolled copies of a loop, and finds then that the
 * copies don't match; a difference's it can't.
 */
final class Loops {
  private static final float HALF = 0.5f;

  /** Its square times any float above 0 is more than 1. */
  private static final float LARGE = 1e38f;

  private Loops() {}

  /** first - weight * middle + last. */
  static void end(
      float[] first, float[] middle, float[] last, float weight, float[] result, int count) {
    for (int i = 0; i < count; i++) {
      result[i] = first[i] - weight * middle[i] + last[i];
    }
  }

  /** (v4 - weight * v2) + point * (v3 - weight * v1), and the same with minus. */
  static void pair(
      float[] v1,
      float[] v2,
      float[] v3,
      float[] v4,
      float weight,
      float point,
      float[] plus,
      float[] minus,
      int count) {
    float opposite = -point;
    for (int i = 0; i < count; i++) {
      float even = v4[i] - weight * v2[i];
      float odd = v3[i] - weight * v1[i];
      plus[i] = even - opposite * odd;
      minus[i] = even - point * odd;
    }
  }

  /** (w0 * v0 + w2 * v2) + w1 * v1, and the same with minus. */
  static void pair(
      float[] v0,
      float[] v1,
      float[] v2,
      float w0,
      float w1,
      float w2,
      float[] plus,
      float[] minus,
      int count) {
    float opposite1 = -w1;
    float opposite2 = -w2;
    for (int i = 0; i < count; i++) {
      float even = w0 * v0[i] - opposite2 * v2[i];
      plus[i] = even - opposite1 * v1[i];
      minus[i] = even - w1 * v1[i];
    }
  }

  /** end + a + b, and wa * a + wb * b, where a and b are sums of plus and minus. */
  static void even(
      float[] end,
      float[] plusA,
      float[] minusA,
      float[] plusB,
      float[] minusB,
      float wa,
      float wb,
      float[] first,
      float[] second,
      int count) {
    float opposite = -wb;
    for (int i = 0; i < count; i++) {
      float a = plusA[i] + minusA[i];
      float b = plusB[i] + minusB[i];
      first[i] = end[i] + a + b;
      second[i] = wa * a - opposite * b;
    }
  }

  /** wa * a + wb * b, and end + ua * a + ub * b, where a and b are differences. */
  static void odd(
      float[] end,
      float[] plusA,
      float[] minusA,
      float[] plusB,
      float[] minusB,
      float wa,
      float wb,
      float ua,
      float ub,
      float[] first,
      float[] second,
      int count) {
    float oppositeW = -wb;
    float oppositeA = -ua;
    float oppositeB = -ub;
    for (int i = 0; i < count; i++) {
      float a = plusA[i] - minusA[i];
      float b = plusB[i] - minusB[i];
      first[i] = wa * a - oppositeW * b;
      second[i] = end[i] - oppositeA * a - oppositeB * b;
    }
  }

  /** values + summands. */
  static void add(float[] summands, float[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] += summands[i];
    }
  }

  /** values + summands, or 0 where that is negative: half the sum with the absolute is exact. */
  static void addAndRectify(float[] summands, float[] values, int count) {
    for (int i = 0; i < count; i++) {
      float sum = values[i] + summands[i];
      values[i] = HALF * (sum + Math.abs(sum));
    }
  }

  /** values, or 0 where the mask isn't positive; it is nowhere negative. */
  static void mask(float[] mask, float[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] *= Math.min(1, mask[i] * LARGE * LARGE);
    }
  }
}
