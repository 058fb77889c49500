package io.github.styletransfer.chart;

import io.github.styletransfer.loss.LossNames;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.transfer.LossEntry;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

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
  private static final Color DARK_GREY = new Color(0x404040);

  /** Blue, vermilion, bluish green, reddish purple, orange, sky blue. */
  private static final List<Color> OF_TERMS =
      Stream.of(0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9)
          .map(Color::new)
          .toList();

  private static final float THIN = 1.8f;
  private static final float WIDE = 4;

  /** The total loss by itself. */
  static Curve total() {
    return new Curve("total", BLUE, THIN, Losses::total);
  }

  /**
   * All losses, in colours that everybody can tell apart (Okabe and Ito). The total loss is below
   * the others, and wide, so that it can be seen where it is the same as one of them.
   *
   * @param names of the terms of the total loss
   */
  static List<Curve> all(List<String> names) {
    List<Curve> curves = new ArrayList<>();
    curves.add(new Curve("total", DARK_GREY, WIDE, Losses::total));
    for (String name : names) {
      Color color = OF_TERMS.get((curves.size() - 1) % OF_TERMS.size());
      curves.add(new Curve(LossNames.label(name), color, THIN, losses -> losses.term(name)));
    }
    return curves;
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

  /** The loss as in {@link #points}, without what a logarithmic axis can't show. */
  List<Point> positivePoints(List<LossEntry> entries) {
    return points(entries).stream().filter(point -> point.loss() > 0).toList();
  }
}
