package io.github.styletransfer.image;

/**
 * The eight ways a camera can store an image, in the order of the Exif tag's values 1..8. A stored
 * image becomes upright by mirroring it left-right, then top-bottom, then swapping rows and
 * columns, each only where the constant says so.
 */
public enum Orientation {
  NORMAL(false, false, false),
  MIRRORED(true, false, false),
  ROTATED_180(true, true, false),
  FLIPPED(false, true, false),
  TRANSPOSED(false, false, true),
  ROTATED_90(false, true, true),
  TRANSVERSED(true, true, true),
  ROTATED_270(true, false, true);

  private final boolean mirrorsColumns;
  private final boolean mirrorsRows;
  private final boolean swapsAxes;

  Orientation(boolean mirrorsColumns, boolean mirrorsRows, boolean swapsAxes) {
    this.mirrorsColumns = mirrorsColumns;
    this.mirrorsRows = mirrorsRows;
    this.swapsAxes = swapsAxes;
  }

  /** The orientation of an Exif tag's value; {@link #NORMAL} for values outside 1..8. */
  public static Orientation ofExif(int value) {
    return value >= 1 && value <= values().length ? values()[value - 1] : NORMAL;
  }

  /** What this and another turn make, one after the other. */
  public Orientation then(Orientation next) {
    boolean columns = swapsAxes ? next.mirrorsRows : next.mirrorsColumns;
    boolean rows = swapsAxes ? next.mirrorsColumns : next.mirrorsRows;
    return of(mirrorsColumns ^ columns, mirrorsRows ^ rows, swapsAxes ^ next.swapsAxes);
  }

  private static Orientation of(boolean mirrorsColumns, boolean mirrorsRows, boolean swapsAxes) {
    for (Orientation orientation : values()) {
      if (orientation.mirrorsColumns == mirrorsColumns
          && orientation.mirrorsRows == mirrorsRows
          && orientation.swapsAxes == swapsAxes) {
        return orientation;
      }
    }
    throw new IllegalStateException("there are eight");
  }

  /** Size of the upright image of a stored one. */
  public ImageSize upright(ImageSize stored) {
    return swapsAxes
        ? new ImageSize(/* width= */ stored.height(), /* height= */ stored.width())
        : stored;
  }

  /** Row-major index in the upright image of the first pixel of a stored row. */
  public int indexOfRow(ImageSize stored, int y) {
    int column = mirrorsColumns ? stored.width() - 1 : 0;
    int row = mirrorsRows ? stored.height() - 1 - y : y;
    return swapsAxes ? column * stored.height() + row : row * stored.width() + column;
  }

  /** Distance in the upright image from a pixel to its right neighbour in the stored one. */
  public int step(ImageSize stored) {
    int step = swapsAxes ? stored.height() : 1;
    return mirrorsColumns ? -step : step;
  }
}
