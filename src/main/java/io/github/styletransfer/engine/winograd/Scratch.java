package io.github.styletransfer.engine.winograd;

/**
 * The arrays that one thread's transforms work on, whichever it runs. They stay in its cache, and
 * are allocated before the first iteration.
 */
public final class Scratch {
  /** The floats of a cache line. */
  private static final int LINE = 16;

  /** With an array's header, of 16 bytes, an odd number of cache lines. */
  private static final int APART = 4 * LINE + LINE - 4;

  private int lanes;
  private int wide;
  private float[][] rows = {};
  private float[][] mixedRows = {};
  private float[] biases = {};
  private float[] others = {};
  private float[][] columns = {};
  private float[][] line = {};
  private final float[][][] mixed = new float[Lines.OUT][][];

  /**
   * Makes room; what is in the arrays is lost.
   *
   * @param count floats of one pixel of each tile
   * @param ofRow floats of all pixels in a row
   */
  void reserve(int count, int ofRow) {
    if (count > lanes) {
      lanes = count;
      columns = arrays(Lines.IN, lanes);
      line = arrays(Lines.IN, lanes);
      for (int i = 0; i < mixed.length; i++) {
        mixed[i] = arrays(Lines.IN, lanes);
      }
    }
    if (ofRow > wide) {
      wide = ofRow;
      rows = arrays(Lines.IN, wide);
      mixedRows = arrays(Lines.IN, wide);
      float[][] both = arrays(2, wide);
      biases = both[0];
      others = both[1];
    }
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

  /** Rows of pixels, as they are in the image. */
  float[][] rows() {
    return rows;
  }

  /** The same, transformed downwards. */
  float[][] mixedRows() {
    return mixedRows;
  }

  /** By column within a tile, that pixel of each tile. */
  float[][] columns() {
    return columns;
  }

  /** Six values of each transformed tile, or products. */
  float[][] line() {
    return line;
  }

  /** Products that are transformed downwards, by row of the output and column. */
  float[][][] mixed() {
    return mixed;
  }

  /** The bias of each value in a row. */
  float[] biases() {
    return biases;
  }

  /** What a row is put together with. */
  float[] others() {
    return others;
  }
}
