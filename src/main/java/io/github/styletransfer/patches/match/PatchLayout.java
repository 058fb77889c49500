package io.github.styletransfer.patches.match;

import io.github.styletransfer.patches.raster.FloatImage;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Where the patches of one or more paintings are in the image that has them one below the other. A
 * patch is named by its top left pixel in that image; those that lie over two paintings, or beside
 * a narrower one, don't count.
 */
public final class PatchLayout {
  private static final int NONE = -1;

  private final int side;
  private final int width;
  private final int height;
  private final int[] firstRows;
  private final int[] columns;
  private final int[] rows;
  private final double[] shares;

  /** For each row of patches, whose they are. */
  private final int[] owners;

  private PatchLayout(int side, int[] widths, int[] heights, double... shares) {
    this.side = side;
    this.width = Arrays.stream(widths).max().orElseThrow() - side + 1;
    this.height = Arrays.stream(heights).sum() - side + 1;
    this.firstRows = new int[widths.length];
    this.columns = new int[widths.length];
    this.rows = new int[widths.length];
    this.shares = shares;
    this.owners = new int[height];
    Arrays.fill(owners, NONE);
    int first = 0;
    for (int i = 0; i < widths.length; i++) {
      firstRows[i] = first;
      columns[i] = widths[i] - side + 1;
      rows[i] = heights[i] - side + 1;
      Arrays.fill(owners, first, first + rows[i], i);
      first += heights[i];
    }
  }

  /**
   * That of paintings one below the other.
   *
   * @param side of a patch, in pixels; at most the paintings' sides
   * @param shares what part of an image each is to paint, in total 1
   */
  public static PatchLayout of(List<FloatImage> paintings, int side, double... shares) {
    return new PatchLayout(
        side,
        paintings.stream().mapToInt(FloatImage::width).toArray(),
        paintings.stream().mapToInt(FloatImage::height).toArray(),
        shares);
  }

  /** That of one painting. */
  public static PatchLayout of(FloatImage painting, int side) {
    return of(List.of(painting), side, 1);
  }

  /** Pixels of a patch's side. */
  public int side() {
    return side;
  }

  /** Patches in a row of the image, also those that don't count. */
  public int width() {
    return width;
  }

  /** Rows of patches in the image, also those that don't count. */
  public int height() {
    return height;
  }

  /** How many paintings there are. */
  public int paintings() {
    return rows.length;
  }

  /** How many patches a painting has. */
  long patches(int painting) {
    return (long) columns[painting] * rows[painting];
  }

  /** What part of an image a painting is to paint. */
  double share(int painting) {
    return shares[painting];
  }

  /** Whose patches begin in a row of pixels; negative if none do. */
  int owner(int row) {
    return owners[row];
  }

  /** How many patches there are in a row of the image, from the left. */
  int columns(int row) {
    return owners[row] == NONE ? 0 : columns[owners[row]];
  }

  /** Whether there is a patch. */
  boolean has(int x, int y) {
    return x >= 0 && y >= 0 && y < height && x < columns(y);
  }

  /**
   * Draws patches: of each painting as its share is, each of its patches being as likely.
   *
   * @param field overwritten
   */
  void draw(PatchField field, SplittableRandom random) {
    for (int i = 0; i < field.x().length; i++) {
      int painting = rows.length == 1 ? 0 : drawn(random.nextDouble());
      field.x()[i] = random.nextInt(columns[painting]);
      field.y()[i] = firstRows[painting] + random.nextInt(rows[painting]);
    }
  }

  private int drawn(double place) {
    double end = 0;
    for (int i = 0; i < shares.length - 1; i++) {
      end += shares[i];
      if (place < end) {
        return i;
      }
    }
    return shares.length - 1;
  }

  /** A column of the same painting as a row, the nearest to some number. */
  int clampedX(int painting, long x) {
    return (int) Math.max(0, Math.min(columns[painting] - 1, x));
  }

  /**
   * A row of a painting.
   *
   * @param y counted from the painting's first row; if there is none, the nearest is taken
   */
  int clampedY(int painting, long y) {
    return firstRows[painting] + (int) Math.max(0, Math.min(rows[painting] - 1, y));
  }

  /** The first of a painting's rows. */
  int firstRow(int painting) {
    return firstRows[painting];
  }
}
