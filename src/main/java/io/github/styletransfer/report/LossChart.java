package io.github.styletransfer.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
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
 * @param axis has room for all points
 */
record LossChart(Map<Curve, List<Point>> curves, LossAxis axis) {
  static final int WIDTH = 1200;
  static final int HEIGHT = 800;

  private static final int MOST_POINTS_WITH_MARKERS = 3;
  private static final double PADDING = 0.53;
  private static final double RIGHT_PADDING = 0.03;
  private static final Color GRID = new Color(0xe4e4e4);

  BufferedImage draw(String title, String axisTitle) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle("iteration")
            .yAxisTitle(axisTitle)
            .build();
    XYStyler styler = chart.getStyler();
    layOut(styler);
    applyFonts(styler);
    showIterations(styler);
    axis.applyTo(styler);
    curves.forEach((curve, points) -> add(chart, curve, points));
    return paint(chart);
  }

  private void layOut(XYStyler styler) {
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setChartPadding(20);
    styler.setChartTitleBoxVisible(false);
    styler.setChartTitlePadding(14);
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
    IntSummaryStatistics iterations =
        curves.values().stream()
            .flatMap(List::stream)
            .mapToInt(Point::iteration)
            .summaryStatistics();
    double span = (double) iterations.getMax() - iterations.getMin();
    styler.setXAxisMin(iterations.getMin() - PADDING);
    styler.setXAxisMax(iterations.getMax() + PADDING + RIGHT_PADDING * span);
    styler.setXAxisDecimalPattern("#,##0");
    styler.setXAxisTickMarkSpacingHint(100);
    styler.setLocale(LossFormat.LOCALE);
  }

  private void add(XYChart chart, Curve curve, List<Point> points) {
    XYSeries series =
        chart.addSeries(
            curve.name(),
            points.stream().mapToDouble(Point::iteration).toArray(),
            points.stream().mapToDouble(axis::position).toArray());
    series.setLineColor(curve.color()).setLineWidth(curve.width());
    series.setMarkerColor(curve.color());
    series.setMarker(
        points.size() <= MOST_POINTS_WITH_MARKERS ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
  }

  /** Lines go through the points themselves, not through the middles of the nearest pixels. */
  private static BufferedImage paint(XYChart chart) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    chart.paint(graphics, WIDTH, HEIGHT);
    graphics.dispose();
    return image;
  }
}
