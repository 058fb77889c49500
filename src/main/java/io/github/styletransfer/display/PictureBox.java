package io.github.styletransfer.display;

import io.github.styletransfer.console.WindowSize;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;

/**
 * The room for a picture in a terminal.
 *
 * @param columns 1 or more
 * @param rows 1 or more
 * @param cellWidth pixels of a character
 * @param cellHeight pixels of a character
 */
record PictureBox(int columns, int rows, double cellWidth, double cellHeight) {
  private static final int DEFAULT_COLUMNS = 80;
  private static final int DEFAULT_ROWS = 24;
  private static final double DEFAULT_CELL_WIDTH = 8;
  private static final double DEFAULT_CELL_HEIGHT = 16;

  /** For the lines of the result's path and of the next prompt. */
  private static final int OTHER_ROWS = 2;

  /** All of a window but the last rows; what isn't known of it is guessed. */
  static PictureBox of(WindowSize window) {
    int columns = window.columns() > 0 ? window.columns() : DEFAULT_COLUMNS;
    int rows = window.rows() > 0 ? window.rows() : DEFAULT_ROWS;
    boolean pixels = window.width() >= columns && window.height() >= rows;
    return new PictureBox(
        columns,
        Math.max(1, rows - OTHER_ROWS),
        pixels ? (double) window.width() / columns : DEFAULT_CELL_WIDTH,
        pixels ? (double) window.height() / rows : DEFAULT_CELL_HEIGHT);
  }

  /**
   * An image at a size at which it fits, and no larger than it is.
   *
   * @param most pixels of a side
   */
  RgbImage fit(RgbImage image, int most) {
    return fit(image, Math.min(most, columns * cellWidth), Math.min(most, rows * cellHeight));
  }

  /** An image with one pixel for each column, and two for each row. */
  RgbImage fitBlocks(RgbImage image) {
    return fit(image, columns, 2.0 * rows);
  }

  private static RgbImage fit(RgbImage image, double width, double height) {
    double factor = Math.min(1, Math.min(width / image.width(), height / image.height()));
    return Resizer.resize(
        image,
        (int) Math.max(1, Math.floor(image.width() * factor)),
        (int) Math.max(1, Math.floor(image.height() * factor)));
  }

  /** How many columns an image takes. */
  int columnsOf(RgbImage image) {
    return (int) Math.min(columns, Math.max(1, Math.ceil(image.width() / cellWidth)));
  }
}
