package io.github.styletransfer.chart;

import io.github.styletransfer.transfer.SizeMark;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Curves of losses by iteration.
 *
 * @param curves at least one, each with at least one point; the first one is drawn below the others
 * @param axis of the losses; points beyond its ends are cut off, and the chart says so
 * @param marks where the run's stages begin, also those that it hasn't come to
 */
record LossChart(Map<Curve, Segments> curves, LossAxis axis, List<SizeMark> marks) {
  static final int WIDTH = 1200;
  static final int HEIGHT = 800;

  /** Pieces of no more than this many points are hard to see as lines. */
  private static final int MOST_POINTS_WITH_MARKERS = 3;

  /** A stage begins halfway between two iterations. */
  private static final double HALF = 0.5;

  private static final double PADDING = 0.53;
  private static final double RIGHT_PADDING = 0.03;
  private static final int TITLE_PADDING = 10;
  private static final Color GRID = new Color(0xe4e4e4);

  BufferedImage draw(String title, String axisTitle) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT + cutOff())
            .title(title)
            .xAxisTitle("iteration")
            .yAxisTitle(axisTitle)
            .build();
    XYStyler styler = chart.getStyler();
    layOut(styler);
    applyFonts(styler);
    showIterations(styler);
    axis.applyTo(styler);
    curves.forEach((curve, segments) -> add(chart, curve, segments));
    return paint(chart);
  }

  private void layOut(XYStyler styler) {
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setChartPadding(14);
    styler.setChartTitleBoxVisible(false);
    styler.setChartTitlePadding(names().isEmpty() ? TITLE_PADDING : ChartMarks.LABELS_HEIGHT);
    styler.setPlotBorderVisible(false);
    styler.setPlotContentSize(1);
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridLinesStroke(new BasicStroke(1));
    styler.setYAxisTickMarkSpacingHint(60);
    styler.setYAxisLabelAlignment(TextAlignment.Right);
    styler.setLegendVisible(curves.size() > 1);
    styler.setLegendPosition(LegendPosition.OutsideE);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setMarkerSize(9);
  }

  private static void applyFonts(XYStyler styler) {
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 20));
    styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 17));
    styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
  }

  /**
   * The axis ends between two iterations: where the first and last positions are evenly spaced with
   * those of the data, XChart takes them for its labels instead of round numbers.
   */
  private void showIterations(XYStyler styler) {
    IntSummaryStatistics iterations = iterations();
    double span = (double) iterations.getMax() - iterations.getMin();
    styler.setXAxisMin(iterations.getMin() - PADDING);
    styler.setXAxisMax(iterations.getMax() + PADDING + RIGHT_PADDING * span);
    styler.setXAxisDecimalPattern("#,##0");
    styler.setXAxisTickMarkSpacingHint(100);
    styler.setLocale(LossFormat.LOCALE);
  }

  private IntSummaryStatistics iterations() {
    return curves.values().stream()
        .flatMap(segments -> segments.points().stream())
        .mapToInt(Point::iteration)
        .summaryStatistics();
  }

  /** A line that ends where a piece ends, and markers on short pieces. */
  private void add(XYChart chart, Curve curve, Segments segments) {
    List<Double> iterations = new ArrayList<>();
    List<Double> losses = new ArrayList<>();
    for (List<Point> piece : segments.thinnedOut(WIDTH).pieces()) {
      for (Point point : piece) {
        iterations.add((double) point.iteration());
        losses.add(axis.position(point));
      }
      iterations.add((double) piece.get(piece.size() - 1).iteration());
      losses.add(Double.NaN);
    }
    series(chart, curve, curve.name(), iterations, losses).setMarker(SeriesMarkers.NONE);
    List<Point> marked =
        segments.pieces().stream()
            .filter(piece -> piece.size() <= MOST_POINTS_WITH_MARKERS)
            .flatMap(List::stream)
            .toList();
    if (!marked.isEmpty()) {
      series(
              chart,
              curve,
              curve.name() + " ",
              marked.stream().map(point -> (double) point.iteration()).toList(),
              marked.stream().map(axis::position).toList())
          .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter)
          .setShowInLegend(false);
    }
  }

  private static XYSeries series(
      XYChart chart, Curve curve, String name, List<Double> iterations, List<Double> losses) {
    XYSeries series = chart.addSeries(name, iterations, losses);
    series.setLineColor(curve.color()).setLineWidth(curve.width());
    series.setMarkerColor(curve.color());
    series.setMarker(SeriesMarkers.CIRCLE);
    return series;
  }

  /** Lines go through the points themselves, not through the middles of the nearest pixels. */
  private BufferedImage paint(XYChart chart) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.translate(0, -cutOff());
    chart.paint(graphics, WIDTH, HEIGHT + cutOff());
    mark(chart, graphics);
    graphics.dispose();
    return image;
  }

  /** XChart leaves as much room above the title as below it, where the names of sizes are. */
  private int cutOff() {
    return names().isEmpty() ? 0 : ChartMarks.LABELS_HEIGHT - TITLE_PADDING;
  }

  private void mark(XYChart chart, Graphics2D graphics) {
    XYStyler styler = chart.getStyler();
    double left = chart.getScreenXFromChart(styler.getXAxisMin());
    double top = chart.getScreenYFromChart(axis.max());
    ChartMarks drawn =
        new ChartMarks(
            graphics,
            new Rectangle2D.Double(
                left,
                top,
                chart.getScreenXFromChart(styler.getXAxisMax()) - left,
                chart.getScreenYFromChart(axis.min()) - top));
    drawn.names(
        names().stream()
            .map(
                mark ->
                    new ChartMarks.Mark(
                        chart.getScreenXFromChart(mark.first() + 1.0 - HALF), mark.brief()))
            .toList());
    List<Point> beyond = new ArrayList<>();
    List<Point> below = new ArrayList<>();
    curves.forEach(
        (curve, segments) -> {
          List<Point> high = segments.points().stream().filter(axis::isBeyond).toList();
          List<Point> low = segments.points().stream().filter(axis::isBelow).toList();
          drawn.beyond(places(chart, high), curve.color());
          drawn.below(places(chart, low), curve.color());
          beyond.addAll(high);
          below.addAll(low);
        });
    note(beyond, below).ifPresent(drawn::note);
  }

  private static List<Double> places(XYChart chart, List<Point> points) {
    return points.stream().map(point -> chart.getScreenXFromChart(point.iteration())).toList();
  }

  private Optional<String> note(List<Point> beyond, List<Point> below) {
    int all = curves.values().stream().mapToInt(segments -> segments.points().size()).sum();
    if (!beyond.isEmpty()) {
      double highest = beyond.stream().mapToDouble(Point::loss).max().orElseThrow();
      return Optional.of(
          "▲ %d of %d losses above this chart, up to %s"
              .formatted(beyond.size(), all, LossFormat.format(highest)));
    }
    return below.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "▼ %d of %d losses below this chart, down to %s"
                .formatted(
                    below.size(),
                    all,
                    LossFormat.rough(below.stream().mapToDouble(Point::loss).min().orElseThrow())));
  }

  /** The stages that the drawn iterations have reached; a single stage needs no name. */
  private List<SizeMark> names() {
    int last = iterations().getMax();
    List<SizeMark> reached = marks.stream().filter(mark -> mark.first() < last).toList();
    return reached.size() > 1 ? reached : List.of();
  }
}
