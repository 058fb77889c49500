package io.github.styletransfer.chart;

import io.github.styletransfer.image.BufferedImages;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.image.Resizer;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws pictures on white, each in a cell, with its caption below. */
final class TilePainter {
  private static final int LABEL_GAP = 5;
  private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 17);
  private static final Font DETAIL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  private static final Color LABEL_COLOR = new Color(0x202020);
  private static final Color DETAIL_COLOR = new Color(0x606060);

  private TilePainter() {}

  /** What a caption takes below a cell, in pixels. */
  static int captionHeight() {
    Graphics2D measure = graphics(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
    return LABEL_GAP
        + measure.getFontMetrics(LABEL).getHeight()
        + measure.getFontMetrics(DETAIL).getHeight();
  }

  /**
   * Makes a sheet.
   *
   * @param width in pixels
   * @param height in pixels
   * @param cells of the tiles, in the same order, without captions
   */
  static BufferedImage paint(
      int width, int height, List<Tile> tiles, List<? extends Rectangle2D> cells) {
    BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = graphics(sheet);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    for (int i = 0; i < tiles.size(); i++) {
      draw(graphics, tiles.get(i), cells.get(i));
    }
    graphics.dispose();
    return sheet;
  }

  /** A picture keeps its shape, in the middle of its cell. */
  private static void draw(Graphics2D graphics, Tile tile, Rectangle2D cell) {
    ImageSize size = tile.image().size();
    double factor = Math.min(cell.getWidth() / size.width(), cell.getHeight() / size.height());
    int width = (int) Math.max(1, Math.round(size.width() * factor));
    int height = (int) Math.max(1, Math.round(size.height() * factor));
    graphics.drawImage(
        BufferedImages.of(
            Resizer.resize(
                tile.image(), width, height, factor > 1 ? Resampling.CUBIC : Resampling.LINEAR)),
        (int) Math.round(cell.getCenterX() - width / 2.0),
        (int) Math.round(cell.getCenterY() - height / 2.0),
        null);
    FontMetrics label = graphics.getFontMetrics(LABEL);
    int baseline = (int) Math.round(cell.getMaxY()) + LABEL_GAP + label.getAscent();
    text(graphics, LABEL, LABEL_COLOR, tile.label(), cell, baseline);
    text(
        graphics,
        DETAIL,
        DETAIL_COLOR,
        tile.detail(),
        cell,
        baseline + label.getDescent() + graphics.getFontMetrics(DETAIL).getAscent());
  }

  /** The beginning is left out of a text that is wider than the cell. */
  private static void text(
      Graphics2D graphics, Font font, Color color, String text, Rectangle2D cell, int baseline) {
    FontMetrics metrics = graphics.getFontMetrics(font);
    String shown = text;
    for (int i = 1; i < text.length() && metrics.stringWidth(shown) > cell.getWidth(); i++) {
      shown = "…" + text.substring(i);
    }
    graphics.setFont(font);
    graphics.setColor(color);
    graphics.drawString(shown, (float) cell.getX(), baseline);
  }

  private static Graphics2D graphics(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    return graphics;
  }
}
