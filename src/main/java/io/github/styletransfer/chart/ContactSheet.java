package io.github.styletransfer.chart;

import io.github.styletransfer.image.BufferedImages;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.write.PngEncoder;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws what came of a run large, with what it was made of and the steps on the way small around
 * it, each with a caption below: {@code checkpoints.png}.
 *
 * @param main the picture that is drawn large
 * @param inputs the photo and the paintings
 * @param steps in their order
 */
public record ContactSheet(Tile main, List<Tile> inputs, List<Tile> steps) {
  private static final int WIDTH = 1600;
  private static final int LEAST_WIDTH = 900;

  /** How many times as wide as it is the main picture is drawn at most. */
  private static final int MAGNIFICATION = 2;

  private static final int LABEL_GAP = 5;
  private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 17);
  private static final Font DETAIL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  private static final Color LABEL_COLOR = new Color(0x202020);
  private static final Color DETAIL_COLOR = new Color(0x606060);

  /** Cells aren't narrower or wider than so, whatever the shapes of the pictures in them. */
  private static final double NARROWEST = 0.5;

  private static final double WIDEST = 4;
  private static final double NARROWEST_MAIN = 0.3;
  private static final double WIDEST_MAIN = 6;

  /** Copies the lists. */
  public ContactSheet {
    inputs = List.copyOf(inputs);
    steps = List.copyOf(steps);
  }

  /**
   * Writes the sheet, replacing an older one.
   *
   * @param folder exists
   * @throws IOException if the file can't be written; an existing one is then unchanged
   */
  public void write(Path folder) throws IOException {
    PngEncoder.write(draw(), folder.resolve("checkpoints.png"));
  }

  private BufferedImage draw() {
    Graphics2D measure = graphics(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
    int caption =
        LABEL_GAP
            + measure.getFontMetrics(LABEL).getHeight()
            + measure.getFontMetrics(DETAIL).getHeight();
    List<Tile> tiles = new ArrayList<>(List.of(main));
    tiles.addAll(inputs);
    tiles.addAll(steps);
    SheetLayout layout = layout(tiles, caption);
    BufferedImage sheet =
        new BufferedImage(layout.width(), layout.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = graphics(sheet);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    for (int i = 0; i < tiles.size(); i++) {
      draw(graphics, tiles.get(i), layout.cells().get(i));
    }
    graphics.dispose();
    return sheet;
  }

  /** Narrower for a small picture, which would only be blurred on a wide sheet. */
  private SheetLayout layout(List<Tile> tiles, int caption) {
    double aspect = clamped(main.aspect(), NARROWEST_MAIN, WIDEST_MAIN);
    List<Double> others =
        tiles.stream().skip(1).map(tile -> clamped(tile.aspect(), NARROWEST, WIDEST)).toList();
    SheetLayout wide = SheetLayout.best(aspect, others, inputs.size(), WIDTH, caption);
    double factor = MAGNIFICATION * main.image().width() / wide.cells().get(0).getWidth();
    return factor >= 1
        ? wide
        : SheetLayout.best(
            aspect,
            others,
            inputs.size(),
            (int) Math.max(LEAST_WIDTH, Math.round(WIDTH * factor)),
            caption);
  }

  private static double clamped(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
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
