package io.github.styletransfer.engine.winograd;

import java.nio.FloatBuffer;

/**
 * Takes filters of 3 x 3 to 36 values each, the transformed filters: G g G^T of Lavin and Gray. For
 * use by one thread.
 */
public final class KernelTransform {
  /** The rows of transformed filters that are made together. */
  public static final int ROWS = 2;

  /** How often that is. */
  public static final int PARTS = Lines.IN / ROWS;

  private static final int LANES = 512;

  private final float[][] taps = Scratch.arrays(Lines.TAPS, LANES);

  /** By row of the transformed filter, and column of the filter. */
  private final float[][][] mixed = new float[ROWS][][];

  /** By point, plus and minus. */
  private final float[][][] pairs = {Scratch.arrays(2, LANES), Scratch.arrays(2, LANES)};

  private final float[][] both = new float[ROWS][];

  /** Allocates what it works on. */
  public KernelTransform() {
    for (int row = 0; row < ROWS; row++) {
      mixed[row] = Scratch.arrays(Lines.TAPS, LANES);
    }
  }

  /**
   * Transforms to two rows of the transformed filters.
   *
   * @param kernels [3, 3, count]
   * @param part 0 for rows 0 and 1, 1 for 2 and 3, 2 for 4 and 5
   * @param result [12, count]
   */
  public void transform(FloatBuffer kernels, int part, FloatBuffer result) {
    int count = kernels.limit() / (Lines.TAPS * Lines.TAPS);
    for (int at = 0; at < count; at += LANES) {
      int lanes = Math.min(LANES, count - at);
      for (int x = 0; x < Lines.TAPS; x++) {
        mixRows(kernels, count, at, x, part, lanes);
      }
      for (int row = 0; row < ROWS; row++) {
        Lines.kernelAtA(mixed[row], pairs[0], lanes);
        Lines.kernelAtB(mixed[row], pairs[1], lanes);
        int first = Lines.IN * row * count + at;
        result.put(first, mixed[row][0], 0, lanes);
        result.put(first + count, mixed[row][2], 0, lanes);
        for (int i = 0; i < 2 * ROWS; i++) {
          result.put(first + (2 + i) * count, pairs[i / 2][i % 2], 0, lanes);
        }
      }
    }
  }

  private void mixRows(FloatBuffer kernels, int count, int at, int x, int part, int lanes) {
    if (part == 0) {
      kernels.get(x * count + at, mixed[0][x], 0, lanes);
      kernels.get((2 * Lines.TAPS + x) * count + at, mixed[1][x], 0, lanes);
      return;
    }
    for (int y = 0; y < Lines.TAPS; y++) {
      kernels.get((Lines.TAPS * y + x) * count + at, taps[y], 0, lanes);
    }
    both[0] = mixed[0][x];
    both[1] = mixed[1][x];
    if (part == 1) {
      Lines.kernelAtA(taps, both, lanes);
    } else {
      Lines.kernelAtB(taps, both, lanes);
    }
  }
}
