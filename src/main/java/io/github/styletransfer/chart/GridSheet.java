package io.github.styletransfer.chart;

import io.github.styletransfer.image.write.PngEncoder;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws pictures to choose from in rows, all of about the same size, each with a caption below.
 *
 * @param tiles one or more
 */
public record GridSheet(List<Tile> tiles) {
  private static final int MOST_COLUMNS = 4;
  private static final int GAP = 20;
  private static final int CELL_WIDTH = 320;
  private static final int CELL_HEIGHT = 260;

  /** Room for a caption below a picture that is very narrow. */
  private static final int NARROWEST = 160;

  /** Copies the list. */
  public GridSheet {
    tiles = List.copyOf(tiles);
  }

  /**
   * Writes the sheet, replacing an older one.
   *
   * @param file a PNG file, whose folder exists
   * @throws IOException if the file can't be written; an existing one is then unchanged
   */
  public void write(Path file) throws IOException {
    int columns = Math.max(1, Math.min(MOST_COLUMNS, tiles.size()));
    int rows = (tiles.size() + columns - 1) / columns;
    int rowHeight = CELL_HEIGHT + TilePainter.captionHeight() + GAP;
    List<Rectangle2D.Double> cells =
        IntStream.range(0, tiles.size())
            .mapToObj(i -> cell(tiles.get(i), i % columns, i / columns, rowHeight))
            .toList();
    PngEncoder.write(
        TilePainter.paint(GAP + columns * (CELL_WIDTH + GAP), GAP + rows * rowHeight, tiles, cells),
        file);
  }

  /** As wide as the picture will be, so that its caption begins where it does. */
  private static Rectangle2D.Double cell(Tile tile, int column, int row, int rowHeight) {
    double width = Math.min(CELL_WIDTH, CELL_HEIGHT * tile.aspect());
    return new Rectangle2D.Double(
        GAP + column * (double) (CELL_WIDTH + GAP),
        GAP + row * (double) rowHeight,
        Math.max(NARROWEST, width),
        CELL_HEIGHT);
  }
}
