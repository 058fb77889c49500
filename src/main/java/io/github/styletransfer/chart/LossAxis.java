package io.github.styletransfer.chart;

import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.knowm.xchart.style.XYStyler;

/**
 * The vertical axis of a chart of losses.
 *
 * @param min its lower end
 * @param max its upper end, more than {@code min}
 * @param unit losses are divided by it to be drawn
 * @param logarithmic or linear
 */
record LossAxis(double min, double max, double unit, boolean logarithmic) {
  private static final double SMALLEST_SPAN = 1e-5;
  private static final double LINEAR_PADDING = 0.04;
  private static final double LOGARITHMIC_PADDING = 1.2;
  private static final int[] STEPS_OF_DECADE = {1, 2, 5, 10};
  private static final int MOST_LABELS = 12;
  private static final int DECADES_WITH_STEPS = 3;

  /**
   * From the lowest loss but for {@linkplain Climbs climbs} to the highest; begins and ends at a 1,
   * 2 or 5. The points are all more than 0.
   */
  static LossAxis logarithmic(Collection<Segments> curves) {
    DoubleSummaryStatistics losses =
        statistics(curves.stream().flatMap(curve -> curve.points().stream()).toList());
    return new LossAxis(
        stepBelow(Climbs.lowest(List.copyOf(curves)) / LOGARITHMIC_PADDING),
        stepAbove(losses.getMax() * LOGARITHMIC_PADDING),
        1,
        true);
  }

  /**
   * From the lowest loss to the highest but for {@linkplain Peaks peaks}. Its unit keeps tiny
   * losses away from XChart.
   */
  static LossAxis linear(Segments curve) {
    double most = Peaks.limit(curve);
    DoubleSummaryStatistics losses =
        statistics(curve.points().stream().filter(point -> point.loss() <= most).toList());
    double largest = Math.max(Math.abs(losses.getMin()), Math.abs(losses.getMax()));
    double unit = largest == 0 ? 1 : decade(largest);
    double span = (losses.getMax() - losses.getMin()) / unit;
    double padding = span < SMALLEST_SPAN ? 1 : LINEAR_PADDING * span;
    return new LossAxis(
        losses.getMin() / unit - padding, losses.getMax() / unit + padding, unit, false);
  }

  private static DoubleSummaryStatistics statistics(List<Point> points) {
    return points.stream().mapToDouble(Point::loss).summaryStatistics();
  }

  private static double decade(double loss) {
    return Math.pow(10, Math.floor(Math.log10(loss)));
  }

  private static double stepBelow(double loss) {
    double below = decade(loss);
    for (int step : STEPS_OF_DECADE) {
      below = step * decade(loss) <= loss ? step * decade(loss) : below;
    }
    return below;
  }

  private static double stepAbove(double loss) {
    int index = 0;
    while (index < STEPS_OF_DECADE.length - 1 && STEPS_OF_DECADE[index] * decade(loss) < loss) {
      index++;
    }
    return STEPS_OF_DECADE[index] * decade(loss);
  }

  /**
   * Where a point is drawn; one beyond the axis stays near it, as AWT can't draw at huge
   * coordinates.
   */
  double position(Point point) {
    double position = point.loss() / unit;
    return logarithmic
        ? Math.max(position, min * (min / max))
        : Math.min(position, max + (max - min));
  }

  boolean isBelow(Point point) {
    return logarithmic && point.loss() / unit < min;
  }

  boolean isBeyond(Point point) {
    return point.loss() / unit > max;
  }

  void applyTo(XYStyler styler) {
    styler.setYAxisLogarithmic(logarithmic);
    styler.setYAxisLogarithmicDecadeOnly(false);
    styler.setYAxisMin(min);
    styler.setYAxisMax(max);
    styler.setPlotGridHorizontalLinesVisible(!logarithmic || decades() <= MOST_LABELS);
    styler.setYAxisTickLabelsFormattingFunction(
        logarithmic ? this::logarithmicLabel : this::linearLabel);
  }

  private String linearLabel(double position) {
    return LossFormat.format(position * unit);
  }

  /** Labels for the decades that there is room for; when there are few, also for 2 and 5. */
  private String logarithmicLabel(double loss) {
    int exponent = (int) Math.floor(Math.log10(loss) + SMALLEST_SPAN);
    long digit = Math.round(loss / Math.pow(10, exponent));
    int step = 1 + (int) (decades() / MOST_LABELS);
    boolean isShown =
        digit == 1
            ? exponent % step == 0
            : decades() <= DECADES_WITH_STEPS && (digit == 2 || digit == 5);
    return isShown ? LossFormat.format(loss) : "";
  }

  private double decades() {
    return Math.log10(max) - Math.log10(min);
  }
}
