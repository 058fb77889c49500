package io.github.styletransfer.report;

import io.github.styletransfer.engine.Losses;
import io.github.styletransfer.transfer.LossEntry;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How one of the losses is drawn.
 *
 * @param name in the legend
 * @param color of the line and its markers
 * @param width of the line, in pixels
 * @param loss the one to draw
 */
record Curve(String name, Color color, float width, ToDoubleFunction<Losses> loss) {
  private static final Color BLUE = new Color(0x0072b2);
  private static final Color VERMILION = new Color(0xd55e00);
  private static final Color BLUISH_GREEN = new Color(0x009e73);
  private static final Color DARK_GREY = new Color(0x404040);

  private static final float THIN = 1.8f;
  private static final float WIDE = 4;

  /** The total loss by itself. */
  static Curve total() {
    return new Curve("total", BLUE, THIN, Losses::total);
  }

  /**
   * All losses, in colours that everybody can tell apart (Okabe and Ito). The total loss is below
   * the others, and wide, so that it can be seen where it is the same as one of them.
   */
  static List<Curve> all() {
    return List.of(
        new Curve("total", DARK_GREY, WIDE, Losses::total),
        new Curve("content", BLUE, THIN, Losses::content),
        new Curve("style", VERMILION, THIN, Losses::style),
        new Curve("total variation", BLUISH_GREEN, THIN, Losses::tv));
  }

  /**
   * The loss by iteration, rounded to float as in {@code losses.csv}, without what isn't finite.
   */
  List<Point> points(List<LossEntry> entries) {
    List<Point> points = new ArrayList<>();
    for (LossEntry entry : entries) {
      float value = (float) loss.applyAsDouble(entry.losses());
      if (Float.isFinite(value)) {
        points.add(new Point(entry.iteration() + 1, value));
      }
    }
    return points;
  }

  /** The loss as in {@link #points}, without what a logarithmic axis has no place for. */
  List<Point> positivePoints(List<LossEntry> entries) {
    return points(entries).stream().filter(point -> point.loss() > 0).toList();
  }
}
