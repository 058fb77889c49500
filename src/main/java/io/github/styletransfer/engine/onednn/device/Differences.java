package io.github.styletransfer.engine.onednn.device;

/** Loops over floats, in a form that the compiler turns into vector instructions. */
public final class Differences {
  private Differences() {}

  /**
   * Subtracts b from a.
   *
   * @return the sum of the differences' squares
   */
  public static double subtract(float[] a, float[] b, int count) {
    for (int i = 0; i < count; i++) {
      a[i] -= b[i];
    }
    return squares(a, count);
  }

  /** Sums in double, in four sums side by side. */
  private static double squares(float[] values, int count) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < count; i += 4) {
      double v0 = values[i];
      double v1 = values[i + 1];
      double v2 = values[i + 2];
      double v3 = values[i + 3];
      s0 += v0 * v0;
      s1 += v1 * v1;
      s2 += v2 * v2;
      s3 += v3 * v3;
    }
    for (; i < count; i++) {
      double v = values[i];
      s0 += v * v;
    }
    return s0 + s1 + s2 + s3;
  }

  /** The sum of the products of a and b, in double. */
  public static double product(float[] a, float[] b, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /** Multiplies all by a factor. */
  public static void scale(float[] values, float factor, int count) {
    for (int i = 0; i < count; i++) {
      values[i] *= factor;
    }
  }

  /** Adds factor times b to a. */
  public static void addScaled(float[] a, float[] b, float factor, int count) {
    for (int i = 0; i < count; i++) {
      a[i] += factor * b[i];
    }
  }
}
