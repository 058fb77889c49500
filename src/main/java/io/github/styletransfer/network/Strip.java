package io.github.styletransfer.network;

/**
 * Some rows of an image, whose pixels count, and the rows around them that their feature maps
 * depend on. At the image's own borders there are none, so that the network's padding acts there.
 *
 * @param height rows of the whole image
 * @param first of the rows that count
 * @param end the row after the last one that counts
 * @param top the first row that is needed
 * @param bottom the row after the last one that is needed
 */
public record Strip(int height, int first, int end, int top, int bottom) {
  /** All of an image. */
  public static Strip whole(int height) {
    return new Strip(height, 0, height, 0, height);
  }

  /** The number of rows that are needed. */
  public int rows() {
    return bottom - top;
  }

  /** Whether the rows that count are all that are needed. */
  public boolean countsAll() {
    return first == top && end == bottom;
  }

  /** The rows that count, of feature maps that begin with the strip. */
  public long firstRow(int halvings) {
    return halved(first - top, halvings);
  }

  /** The row after the last one that counts, of feature maps that begin with the strip. */
  public long endRow(int halvings) {
    return halved(end - top, halvings);
  }

  /** The rows of the whole image's feature maps. */
  public long wholeRows(int halvings) {
    return halved(height, halvings);
  }

  /** Odd numbers are rounded up, as the networks do each time. */
  private static long halved(long rows, int halvings) {
    return (rows + (1L << halvings) - 1) >> halvings;
  }
}
