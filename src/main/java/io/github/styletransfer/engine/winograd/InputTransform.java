package io.github.styletransfer.engine.winograd;

import io.github.styletransfer.engine.program.BorderKind;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Takes tiles of 6 x 6 pixels, that overlap by two, to 36 values each, the transformed tiles: B^T d
 * B of Lavin and Gray. Pixels outside are 0, or those inside again. For use by one thread.
 */
public final class InputTransform {
  /** The overlap of neighbouring tiles. */
  private static final int SHARED = Lines.IN - Lines.OUT;

  private final FeatureMemory image;
  private final int height;
  private final int above;
  private final Tiling tiling;
  private final int channels;
  private final BorderKind border;
  private final int together;
  private final Scratch scratch;
  private final float[][] line = new float[Lines.IN][];

  /**
   * Reserves what it works on.
   *
   * @param image [height, W, C]
   * @param height rows of the image
   * @param above how many rows of padding there are above it, 0 or 1
   * @param tiling of the result
   * @param channels C
   * @param border what pixels outside are
   * @param scratch of the thread
   */
  public InputTransform(
      FeatureMemory image,
      int height,
      int above,
      Tiling tiling,
      int channels,
      BorderKind border,
      Scratch scratch) {
    this.image = image;
    this.height = height;
    this.above = above;
    this.tiling = tiling;
    this.channels = channels;
    this.border = border;
    this.scratch = scratch;
    together = tiling.together(channels);
    scratch.reserve((together + 1) * channels, pixels(together) * channels);
  }

  /** The pixels in a row of neighbouring tiles. */
  private static int pixels(int tiles) {
    return Lines.OUT * tiles + SHARED;
  }

  /**
   * Transforms some tiles.
   *
   * @param from the first tile
   * @param to the one after the last
   * @param result [36, tiles, C]: value 6 r + c of row r and column c
   * @param origin the tile that comes first in the result
   * @param tiles how many the result has room for
   */
  public void transform(int from, int to, FloatBuffer result, int origin, int tiles) {
    float[][] transformed = scratch.line();
    int tile = from;
    while (tile < to) {
      int count = tiling.neighbours(tile, Math.min(together, to - tile));
      int pixels = pixels(count);
      for (int y = 0; y < Lines.IN; y++) {
        read(tiling.top(tile) - above + y, tiling.left(tile) - 1, pixels, scratch.rows()[y]);
      }
      Lines.input(scratch.rows(), scratch.mixedRows(), pixels * channels);
      int lanes = count * channels;
      for (int y = 0; y < Lines.IN; y++) {
        takeColumns(scratch.mixedRows()[y], count);
        Lines.input(line, transformed, lanes);
        for (int x = 0; x < Lines.IN; x++) {
          int at = ((Lines.IN * y + x) * tiles + tile - origin) * channels;
          result.put(at, transformed[x], 0, lanes);
        }
      }
      tile += count;
    }
  }

  /** Pixels of a row of the image, whether inside or not. */
  private void read(int y, int x, int pixels, float[] values) {
    boolean outside = y < 0 || y >= height;
    if (outside && !border.isCopied()) {
      Arrays.fill(values, 0, pixels * channels, 0);
      return;
    }
    int row = outside ? rowBeyond(y) : y;
    int first = Math.max(0, -x);
    int end = Math.min(pixels, tiling.width() - x);
    image.read(row, x + first, end - first, 0, channels, values, first * channels);
    if (border.isCopied()) {
      int inwards = border.inwards(tiling.width());
      int left = (first + inwards) * channels;
      for (int i = 0; i < first; i++) {
        System.arraycopy(values, left, values, i * channels, channels);
      }
      int right = (end - 1 - inwards) * channels;
      for (int i = end; i < pixels; i++) {
        System.arraycopy(values, right, values, i * channels, channels);
      }
    } else {
      Arrays.fill(values, 0, first * channels, 0);
      Arrays.fill(values, end * channels, pixels * channels, 0);
    }
  }

  /** The row that is seen beyond the border; further out, no result depends on it. */
  private int rowBeyond(int y) {
    int inwards = border.inwards(height);
    return y < 0 ? inwards : height - 1 - inwards;
  }

  /** By column within a tile, its pixel of each tile; the last two are the next tile's first. */
  private void takeColumns(float[] row, int count) {
    for (int column = 0; column < Lines.OUT; column++) {
      float[] taken = scratch.columns()[column];
      int pixels = column < SHARED ? count + 1 : count;
      for (int i = 0; i < pixels; i++) {
        System.arraycopy(row, (Lines.OUT * i + column) * channels, taken, i * channels, channels);
      }
      line[column] = taken;
    }
    for (int column = 0; column < SHARED; column++) {
      float[] next = scratch.columns()[Lines.OUT + column];
      System.arraycopy(line[column], channels, next, 0, count * channels);
      line[Lines.OUT + column] = next;
    }
  }
}
