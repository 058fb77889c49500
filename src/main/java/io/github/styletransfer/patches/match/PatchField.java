package io.github.styletransfer.patches.match;

/**
 * For each patch of an image, the patch of the paintings that it is painted with. Patches are named
 * by their top left pixel, those of several paintings as in {@link PatchLayout}.
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
   * The same field for an image and paintings of another size: neighbours stay neighbours.
   *
   * @param width patches in a row of the new field
   * @param height rows of patches
   * @param of where the paintings' patches are now
   * @param to where the same paintings' patches are then
   */
  public PatchField scaled(int width, int height, double factor, PatchLayout of, PatchLayout to) {
    PatchField scaled = forSize(width, height);
    for (int row = 0; row < height; row++) {
      int fromY = Math.min((int) Math.round(row / factor), this.height - 1);
      for (int column = 0; column < width; column++) {
        int fromX = Math.min((int) Math.round(column / factor), this.width - 1);
        int from = fromY * this.width + fromX;
        int painting = of.owner(y[from]);
        int inPainting = y[from] - of.firstRow(painting);
        int patch = row * width + column;
        scaled.x[patch] = to.clampedX(painting, Math.round((x[from] - fromX) * factor) + column);
        scaled.y[patch] = to.clampedY(painting, Math.round((inPainting - fromY) * factor) + row);
      }
    }
    return scaled;
  }
}
