package io.github.styletransfer.engine.winograd;

/**
 * A feature map cut into tiles of 4 x 4 pixels, row by row; those at the lower and right border may
 * reach beyond it.
 *
 * @param height of the feature map, pixels
 * @param width of the feature map, pixels
 */
public record Tiling(int height, int width) {
  /** Pixels of a tile in each direction. */
  public static final int SIDE = Lines.OUT;

  /**
   * The floats that a loop runs over: enough to make the loop worth it, few enough for the cache.
   */
  private static final int LANES = 512;

  /** Tiles in a column. */
  public int down() {
    return (height + Lines.OUT - 1) / Lines.OUT;
  }

  /** Tiles in a row. */
  public int across() {
    return (width + Lines.OUT - 1) / Lines.OUT;
  }

  /** All tiles. */
  public int count() {
    return Math.multiplyExact(down(), across());
  }

  /** How many tiles of a row are transformed together. */
  int together(int channels) {
    return Math.max(1, Math.min(across(), LANES / channels));
  }

  /** How many of the tiles from one on, but no more than a limit, are in its row. */
  int neighbours(int tile, int limit) {
    return Math.min(limit, across() - tile % across());
  }

  /** The first row of a tile's pixels. */
  int top(int tile) {
    return tile / across() * Lines.OUT;
  }

  /** The first column of a tile's pixels. */
  int left(int tile) {
    return tile % across() * Lines.OUT;
  }
}
