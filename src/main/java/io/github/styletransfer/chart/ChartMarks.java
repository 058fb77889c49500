package io.github.styletransfer.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Draws on a chart what XChart doesn't know: where sizes begin, and which points are beyond its
 * edges.
 *
 * @param graphics to draw with
 * @param plot the area of the curves
 */
record ChartMarks(Graphics2D graphics, Rectangle2D plot) {
  static final int LABEL_HEIGHT = 17;
  static final int LABELS_HEIGHT = 56;

  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
  private static final Color LINE = new Color(0x8c8c8c);
  private static final Color TEXT = new Color(0x505050);
  private static final BasicStroke DASHED =
      new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {5, 4}, 0);
  private static final int GAP = 6;
  private static final int ROWS = 3;
  private static final int NOTE_BELOW = 45;
  private static final int ARROW = 6;

  ChartMarks {
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setFont(FONT);
  }

  /** A place on the horizontal axis with a name. */
  record Mark(double x, String label) {}

  /**
   * Vertical lines, except at the axis, and their names above the plot; a name for which there is
   * no room is left out.
   */
  void names(List<Mark> marks) {
    FontMetrics metrics = graphics.getFontMetrics();
    double[] free = new double[ROWS];
    for (Mark mark : marks) {
      if (mark.x() > plot.getMinX() + GAP) {
        graphics.setColor(LINE);
        graphics.setStroke(DASHED);
        graphics.draw(new Line2D.Double(mark.x(), plot.getMinY(), mark.x(), plot.getMaxY()));
      }
      double width = metrics.stringWidth(mark.label());
      double left = Math.min(mark.x(), plot.getMaxX() - width);
      int row = 0;
      while (row < ROWS && left < free[row]) {
        row++;
      }
      if (row < ROWS) {
        free[row] = left + width + 2 * GAP;
        graphics.setColor(TEXT);
        graphics.drawString(
            mark.label(), (float) left, (float) plot.getMinY() - GAP - row * LABEL_HEIGHT);
      }
    }
  }

  /** Arrows at the upper edge that point beyond it. */
  void beyond(List<Double> places, Color color) {
    arrows(places, color, (int) plot.getMinY(), 2 * ARROW);
  }

  /** Arrows at the lower edge that point below it. */
  void below(List<Double> places, Color color) {
    arrows(places, color, (int) plot.getMaxY(), -2 * ARROW);
  }

  private void arrows(List<Double> places, Color color, int tip, int length) {
    graphics.setColor(color);
    for (int x : places.stream().map(place -> (int) Math.round(place)).toList()) {
      graphics.fill(
          new Polygon(
              new int[] {x - ARROW, x, x + ARROW}, new int[] {tip + length, tip, tip + length}, 3));
    }
  }

  /** Words below the plot that say what the arrows mean. */
  void note(String note) {
    graphics.setColor(TEXT);
    graphics.drawString(
        note,
        (float) plot.getMaxX() - graphics.getFontMetrics().stringWidth(note),
        (float) plot.getMaxY() + NOTE_BELOW);
  }
}
