package io.github.styletransfer.patches.match;

/**
 * For each patch of an image, the patch of the painting that it is painted with. Patches are named
 * by their top left pixel.
 */
public final class PatchField {
  private final int width;
  private final int height;
  private final int[] x;
  private final int[] y;

  /**
   * Takes values without copying them.
   *
   * @param width patches in a row
   * @param height rows of patches
   * @param x columns of the painting's patches, row by row
   * @param y rows of the painting's patches
   */
  public PatchField(int width, int height, int[] x, int[] y) {
    this.width = width;
    this.height = height;
    this.x = x;
    this.y = y;
  }

  /** Patches in a row. */
  public int width() {
    return width;
  }

  /** Rows of patches. */
  public int height() {
    return height;
  }

  /** Columns of the painting's patches, row by row. */
  public int[] x() {
    return x;
  }

  /** Rows of the painting's patches. */
  public int[] y() {
    return y;
  }

  /** To be written to. */
  public static PatchField forSize(int width, int height) {
    int count = Math.multiplyExact(width, height);
    return new PatchField(width, height, new int[count], new int[count]);
  }

  /**
   * The same field for an image and painting of another size: neighbours stay neighbours.
   *
   * @param width patches in a row of the new field
   * @param height rows of patches
   * @param paintingWidth patches in a row of the painting
   * @param paintingHeight rows of the painting's patches
   */
  public PatchField scaled(
      int width, int height, double factor, int paintingWidth, int paintingHeight) {
    PatchField scaled = forSize(width, height);
    for (int row = 0; row < height; row++) {
      int fromY = Math.min((int) Math.round(row / factor), this.height - 1);
      for (int column = 0; column < width; column++) {
        int fromX = Math.min((int) Math.round(column / factor), this.width - 1);
        int from = fromY * this.width + fromX;
        int to = row * width + column;
        long newX = Math.round((x[from] - fromX) * factor) + column;
        long newY = Math.round((y[from] - fromY) * factor) + row;
        scaled.x[to] = (int) Math.max(0, Math.min(paintingWidth - 1, newX));
        scaled.y[to] = (int) Math.max(0, Math.min(paintingHeight - 1, newY));
      }
    }
    return scaled;
  }
}
