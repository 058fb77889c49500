package io.github.styletransfer.engine.winograd;

/**
 * The arrays that one thread's transforms work on, whichever it runs. They stay in its cache, and
 * are allocated before the first iteration.
 */
public final class Panels {
  /** The floats of a cache line. */
  private static final int LINE = 16;

  /** With an array's header, of 16 bytes, an odd number of cache lines. */
  private static final int APART = 4 * LINE + LINE - 4;

  private int lanes;
  private float[][][] pixels = {};
  private float[][][] mixed = {};
  private float[][] line = {};
  private float[][] shifted = {};
  private float[][] values = {};
  private float[] biases = {};
  private float[] others = {};

  /** Makes room for some floats in each array; what is in them is lost. */
  void reserve(int count) {
    if (count <= lanes) {
      return;
    }
    lanes = count;
    pixels = grid();
    mixed = grid();
    line = arrays(Lines.IN, lanes);
    shifted = arrays(Lines.IN - Lines.OUT, lanes);
    values = arrays(Lines.OUT, lanes);
    float[][] both = arrays(2, lanes);
    biases = both[0];
    others = both[1];
  }

  private float[][][] grid() {
    float[][][] grid = new float[Lines.OUT][][];
    for (int i = 0; i < Lines.OUT; i++) {
      grid[i] = arrays(Lines.IN, lanes);
    }
    return grid;
  }

  /**
   * Makes arrays. Elements of the same index are in different places of a page, or a read would
   * wait for a write that has nothing to do with it, and equally far from the begin of a cache
   * line.
   */
  static float[][] arrays(int count, int length) {
    int whole = (length + 2 * LINE - 1) / (2 * LINE) * 2 * LINE;
    return new float[count][whole + APART];
  }

  /** By column within a tile, and row: that pixel of each tile. */
  float[][][] pixels() {
    return pixels;
  }

  /** What is half transformed, by what is still to be done, and what is done. */
  float[][][] mixed() {
    return mixed;
  }

  /** Six factors or products. */
  float[][] line() {
    return line;
  }

  /** Columns of the next tile. */
  float[][] shifted() {
    return shifted;
  }

  /** Four values of the output. */
  float[][] values() {
    return values;
  }

  /** The bias of each lane. */
  float[] biases() {
    return biases;
  }

  /** What an output is put together with. */
  float[] others() {
    return others;
  }
}
