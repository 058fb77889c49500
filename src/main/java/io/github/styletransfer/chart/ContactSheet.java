package io.github.styletransfer.chart;

import io.github.styletransfer.image.write.PngEncoder;
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
    List<Tile> tiles = new ArrayList<>(List.of(main));
    tiles.addAll(inputs);
    tiles.addAll(steps);
    SheetLayout layout = layout(tiles, TilePainter.captionHeight());
    return TilePainter.paint(layout.width(), layout.height(), tiles, layout.cells());
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
}
