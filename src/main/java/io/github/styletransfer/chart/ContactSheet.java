package io.github.styletransfer.chart;

import io.github.styletransfer.image.BufferedImages;
import io.github.styletransfer.image.write.PngEncoder;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Draws images side by side, each with a label below: {@code checkpoints.png}. */
public final class ContactSheet {
  private static final int WIDTH = 1600;
  private static final int GAP = 20;
  private static final int LABEL_GAP = 6;
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 17);
  private static final Color TEXT = new Color(0x202020);

  private final List<Tile> tiles;

  /** Takes the tiles, in the order of reading. */
  public ContactSheet(List<Tile> tiles) {
    this.tiles = List.copyOf(tiles);
  }

  /**
   * Writes the sheet, replacing an older one; without tiles, none.
   *
   * @param folder exists
   * @throws IOException if the file can't be written; an existing one is then unchanged
   */
  public void write(Path folder) throws IOException {
    if (!tiles.isEmpty()) {
      PngEncoder.write(draw(), folder.resolve("checkpoints.png"));
    }
  }

  private BufferedImage draw() {
    FontMetrics metrics =
        graphics(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)).getFontMetrics();
    int labelHeight = LABEL_GAP + metrics.getHeight();
    TileGrid grid =
        TileGrid.fitting(
            tiles.stream()
                .map(tile -> Math.max(tile.width(), metrics.stringWidth(tile.label())))
                .toList(),
            tiles.stream().map(tile -> tile.height() + labelHeight).toList(),
            WIDTH,
            GAP);
    BufferedImage sheet =
        new BufferedImage(grid.width(), grid.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = graphics(sheet);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    graphics.setColor(TEXT);
    for (int i = 0; i < tiles.size(); i++) {
      Tile tile = tiles.get(i);
      int centre = grid.x(i) + grid.columnWidth(i) / 2;
      int imageHeight = grid.rowHeight(i) - labelHeight;
      graphics.drawImage(
          BufferedImages.of(tile.image()),
          centre - tile.width() / 2,
          grid.y(i) + (imageHeight - tile.height()) / 2,
          tile.width(),
          tile.height(),
          null);
      graphics.drawString(
          tile.label(),
          centre - metrics.stringWidth(tile.label()) / 2,
          grid.y(i) + imageHeight + LABEL_GAP + metrics.getAscent());
    }
    graphics.dispose();
    return sheet;
  }

  private static Graphics2D graphics(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    graphics.setFont(FONT);
    return graphics;
  }
}
