package io.github.styletransfer.engine.winograd;

import java.nio.FloatBuffer;

/**
 * Takes the 36 products of tiles to their 4 x 4 pixels: A^T m A of Lavin and Gray. For use by one
 * thread.
 */
public final class OutputTransform {
  private final OutputWriter result;
  private final Tiling tiling;
  private final int slice;
  private final int together;
  private final Scratch scratch;
  private final float[][] column = new float[Lines.OUT][];

  /**
   * Reserves what it works on.
   *
   * @param result what is written
   * @param tiling of the result
   * @param slice how many channels are transformed at a time
   * @param scratch of the thread
   */
  public OutputTransform(OutputWriter result, Tiling tiling, int slice, Scratch scratch) {
    this.result = result;
    this.tiling = tiling;
    this.slice = slice;
    this.scratch = scratch;
    together = tiling.together(slice);
    scratch.reserve(together * slice, Lines.OUT * together * slice);
  }

  /**
   * Transforms some tiles.
   *
   * @param products [36, tiles, slice]
   * @param tiles how many it has room for
   * @param from the first tile, whose products come first
   * @param to the one after the last
   * @param channel the first
   */
  public void transform(FloatBuffer products, int tiles, int from, int to, int channel) {
    result.select(channel, slice, Lines.OUT * together);
    int tile = from;
    while (tile < to) {
      int count = tiling.neighbours(tile, Math.min(together, to - tile));
      int lanes = count * slice;
      for (int x = 0; x < Lines.IN; x++) {
        for (int y = 0; y < Lines.IN; y++) {
          int at = ((Lines.IN * y + x) * tiles + tile - from) * slice;
          products.get(at, scratch.line()[y], 0, lanes);
        }
        for (int y = 0; y < Lines.OUT; y++) {
          column[y] = scratch.mixed()[y][x];
        }
        Lines.output(scratch.line(), column, lanes);
      }
      write(tile, count);
      tile += count;
    }
  }

  private void write(int tile, int count) {
    int top = tiling.top(tile);
    int left = tiling.left(tile);
    int bottom = Math.min(top + Lines.OUT, tiling.height());
    int pixels = Math.min(Lines.OUT * count, tiling.width() - left);
    float[] row = scratch.rows()[0];
    for (int y = top; y < bottom; y++) {
      Lines.output(scratch.mixed()[y - top], scratch.columns(), count * slice);
      for (int x = 0; x < Lines.OUT; x++) {
        for (int i = 0; i < count; i++) {
          System.arraycopy(
              scratch.columns()[x], i * slice, row, (Lines.OUT * i + x) * slice, slice);
        }
      }
      result.write(y, left, pixels, row);
    }
  }
}
