package io.github.styletransfer.patches.sliced;

/**
 * The inner loops of projections. They are written so that HotSpot uses the processor's vectors:
 * all arrays have one index, which begins at 0, loops are short, and what is added up are
 * differences, whose operands the compiler may not exchange.
 */
final class RowLoops {
  private static final int SIDE = FilterBank.SIDE;

  private RowLoops() {}

  /**
   * Subtracts a row of a filter's products: {@code out[x] -= sum weights[first + s] shifted[s][x]}.
   *
   * @param shifted the same row from each of {@link FilterBank#SIDE} columns on
   */
  static void subtract(float[][] shifted, float[] weights, int first, float[] out, int count) {
    four(
        shifted[0],
        shifted[1],
        shifted[2],
        shifted[3],
        weights[first],
        weights[first + 1],
        weights[first + 2],
        weights[first + 3],
        out,
        count);
    three(
        shifted[4],
        shifted[5],
        shifted[6],
        weights[first + 4],
        weights[first + 5],
        weights[first + 6],
        out,
        count);
  }

  private static void four(
      float[] a,
      float[] b,
      float[] c,
      float[] d,
      float wa,
      float wb,
      float wc,
      float wd,
      float[] out,
      int count) {
    for (int x = 0; x < count; x++) {
      out[x] = out[x] - wa * a[x] - wb * b[x] - wc * c[x] - wd * d[x];
    }
  }

  private static void three(
      float[] a, float[] b, float[] c, float wa, float wb, float wc, float[] out, int count) {
    for (int x = 0; x < count; x++) {
      out[x] = out[x] - wa * a[x] - wb * b[x] - wc * c[x];
    }
  }

  /** A row from each of its first columns on. */
  static void shift(float[] row, float[][] shifted, int count) {
    for (int s = 0; s < SIDE; s++) {
      System.arraycopy(row, s, shifted[s], 0, count);
    }
  }
}
