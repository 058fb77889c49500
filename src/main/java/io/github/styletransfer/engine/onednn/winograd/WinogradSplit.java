package io.github.styletransfer.engine.onednn.winograd;

import io.github.styletransfer.engine.winograd.Tiling;

/**
 * How a convolution by Winograd's transforms is split, so that what belongs together stays in a
 * thread's cache. Tiles go through it in groups. If the transformed filters are stored, each group
 * is one thread's. Else the threads share a group's input and take slices of the output's channels,
 * for which they make the transformed filters anew: they would take four times the kernels' memory,
 * which costs more time to read than to make them.
 *
 * @param tiles in a group
 * @param groups of tiles
 * @param in channels of the input
 * @param slice channels of the output that are transformed together
 * @param strip channels of the output that a matrix product gives; a slice has one strip or more
 * @param stored whether the transformed filters are stored
 * @param threads that share the work
 */
public record WinogradSplit(
    int tiles, int groups, int in, int slice, int strip, boolean stored, int threads) {
  /** What a tile has in place of 6 x 6 pixels. */
  static final int FACTORS = 36;

  /** What a kernel has. */
  static final int TAPS = 9;

  /** The largest number of kernels whose transformed filters are stored: 5 MB. */
  private static final int MOST_STORED = 1 << 15;

  /** The floats of a group's transformed tiles and products, if they shall stay in the cache. */
  private static final int CACHED = 150_000;

  private static final int FEWEST_TILES = 64;

  private static final int MOST_TILES = 128;

  /** Matrices of that many columns stay in the first-level cache as they are multiplied. */
  private static final int STRIP = 32;

  private static final int NARROWEST = 16;

  /** Pixels of more channels are written faster, but what they are made of fills the cache. */
  private static final int WIDEST_SLICE = 128;

  /** Slices for each thread, so that they finish at nearly the same time. */
  private static final int SLICES = 2;

  private static final int ALIGNMENT = 16;

  static WinogradSplit of(int count, int in, int out, int threads) {
    int strip = strip(out);
    if (!isStored(in, out)) {
      int groups = ceiling(count, MOST_TILES);
      int tiles = ceiling(count, groups);
      int slice = slice(out, strip, threads);
      return new WinogradSplit(tiles, ceiling(count, tiles), in, slice, strip, false, threads);
    }
    int most = Math.max(FEWEST_TILES, CACHED / FACTORS / (in + out));
    int groups = Math.min(count, threads * ceiling(count, threads * most));
    int tiles = ceiling(count, groups);
    return new WinogradSplit(tiles, ceiling(count, tiles), in, out, strip, true, threads);
  }

  /** Also where one strip has all channels, so that there are no slices to share. */
  private static boolean isStored(int in, int out) {
    return (long) in * out <= MOST_STORED || strip(out) == out;
  }

  /** The floats that are kept of kernels of 3 x 3. */
  public static long kept(long in, long out) {
    boolean stored = isStored(Math.toIntExact(in), Math.toIntExact(out));
    return in * out * (stored ? FACTORS : TAPS);
  }

  /** Rows of an image that are enough for a group of tiles. */
  public static long rowsOfAGroup(long width) {
    Tiling row = new Tiling(1, Math.toIntExact(width));
    return (long) ceiling(MOST_TILES, row.count()) * Tiling.SIDE;
  }

  /** The largest power of two up to 32 that divides the channels; all, if that would be few. */
  private static int strip(int out) {
    int strip = Math.min(STRIP, Integer.lowestOneBit(out));
    return strip < NARROWEST ? out : strip;
  }

  private static int slice(int out, int strip, int threads) {
    int slice = strip;
    while (2 * slice <= WIDEST_SLICE
        && out % (2 * slice) == 0
        && out / (2 * slice) >= SLICES * threads) {
      slice *= 2;
    }
    return slice;
  }

  private static int ceiling(int dividend, int divisor) {
    return (dividend + divisor - 1) / divisor;
  }

  /** Strips of a slice. */
  int strips() {
    return slice / strip;
  }

  /** The floats of a group's transformed tiles. */
  int transformedTiles() {
    return FACTORS * tiles * in;
  }

  /** The floats of a group's products. */
  int products() {
    return FACTORS * tiles * slice;
  }

  /**
   * The floats of the part of a strip's transformed filters that is used at a time, if they aren't
   * stored.
   */
  int kernels() {
    return stored ? 0 : WinogradProducts.PART * in * strip;
  }

  /** The floats that each thread has for itself. */
  int own() {
    return (stored ? aligned(transformedTiles()) : 0) + aligned(products()) + aligned(kernels());
  }

  /** The floats that all threads have in common. */
  int common() {
    return stored ? 0 : aligned(transformedTiles());
  }

  /** The floats of all threads. */
  long working() {
    return common() + (long) threads * own();
  }

  static int aligned(int floats) {
    return ceiling(floats, ALIGNMENT) * ALIGNMENT;
  }
}
