package io.github.styletransfer.engine.winograd;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Takes tiles of 6 x 6 pixels, that overlap by two, to their 36 factors: B^T d B of Lavin and Gray.
 * Pixels outside are 0. For use by one thread.
 */
public final class InputTransform {
  /** The overlap of neighbouring tiles. */
  private static final int SHARED = Lines.IN - Lines.OUT;

  private final FeatureMap image;
  private final Tiling tiling;
  private final int channels;
  private final int together;
  private final Panels panels;
  private final float[][] row = new float[Lines.IN][];

  /**
   * Reserves what it works on.
   *
   * @param image [H, W, C]
   * @param tiling of it
   * @param channels C
   * @param panels of the thread
   */
  public InputTransform(FeatureMap image, Tiling tiling, int channels, Panels panels) {
    this.image = image;
    this.tiling = tiling;
    this.channels = channels;
    this.panels = panels;
    together = tiling.together(channels);
    panels.reserve((together + 1) * channels);
  }

  /**
   * Transforms some tiles.
   *
   * @param from the first tile
   * @param to the one after the last
   * @param result [36, tiles, C]: factor 6 r + c of row r and column c
   * @param origin the tile whose factors come first in the result
   * @param tiles how many the result has room for
   */
  public void transform(int from, int to, FloatBuffer result, int origin, int tiles) {
    float[][] factors = panels.line();
    int tile = from;
    while (tile < to) {
      int count = tiling.neighbours(tile, Math.min(together, to - tile));
      for (int column = 0; column < Lines.OUT; column++) {
        int pixels = column < SHARED ? count + 1 : count;
        read(tile, column, pixels);
        Lines.input(panels.pixels()[column], panels.mixed()[column], pixels * channels);
      }
      int lanes = count * channels;
      for (int y = 0; y < Lines.IN; y++) {
        mixColumns(y, lanes);
        for (int x = 0; x < Lines.IN; x++) {
          int at = ((Lines.IN * y + x) * tiles + tile - origin) * channels;
          result.put(at, factors[x], 0, lanes);
        }
      }
      tile += count;
    }
  }

  /** A tile's last two columns are the next one's first two. */
  private void mixColumns(int y, int lanes) {
    for (int column = 0; column < Lines.OUT; column++) {
      row[column] = panels.mixed()[column][y];
    }
    for (int column = 0; column < SHARED; column++) {
      float[] next = panels.shifted()[column];
      System.arraycopy(row[column], channels, next, 0, lanes);
      row[Lines.OUT + column] = next;
    }
    Lines.input(row, panels.line(), lanes);
  }

  private void read(int tile, int column, int count) {
    int top = tiling.top(tile) - 1;
    int left = tiling.left(tile) - 1 + column;
    for (int i = 0; i < Lines.IN; i++) {
      float[] values = panels.pixels()[column][i];
      int y = top + i;
      boolean outside = y < 0 || y >= tiling.height();
      for (int j = 0; j < count; j++) {
        int x = left + Lines.OUT * j;
        if (outside || x < 0 || x >= tiling.width()) {
          Arrays.fill(values, j * channels, (j + 1) * channels, 0);
        } else {
          image.read(y, x, 0, channels, values, j * channels);
        }
      }
    }
  }
}
