package io.github.styletransfer.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Cells in rows that are all equally wide: the cells of a row have one height, and their own
 * shapes.
 *
 * @param rows the widths of the cells of each row, when their height is 1
 * @param caption the height of what is below each cell, in pixels
 * @param gap between cells, in pixels
 */
record JustifiedRows(List<List<Double>> rows, int caption, int gap) {
  /**
   * Parts cells into rows, in their order, that come out about equally high.
   *
   * @param aspects the cells' widths, when their height is 1
   * @param count of rows, from 1 to the number of cells
   */
  static JustifiedRows of(List<Double> aspects, int count, int caption, int gap) {
    double all = sum(aspects);
    List<List<Double>> rows = new ArrayList<>();
    int first = 0;
    double before = 0;
    for (int row = 0; row < count; row++) {
      int end = first + 1;
      before += aspects.get(first);
      int most = aspects.size() - (count - row - 1);
      while (end < most
          && (row == count - 1 || before + aspects.get(end) / 2 < all * (row + 1) / count)) {
        before += aspects.get(end);
        end++;
      }
      rows.add(List.copyOf(aspects.subList(first, end)));
      first = end;
    }
    return new JustifiedRows(rows, caption, gap);
  }

  private static double sum(List<Double> aspects) {
    return aspects.stream().mapToDouble(Double::doubleValue).sum();
  }

  /** How much higher all of it gets with each pixel of width. */
  double slope() {
    return rows.stream().mapToDouble(row -> 1 / sum(row)).sum();
  }

  /** How high all of it is, with the captions. */
  double height(double width) {
    return rows.stream().mapToDouble(row -> rowHeight(row, width) + caption).sum()
        + (double) gap * (rows.size() - 1);
  }

  private double rowHeight(List<Double> row, double width) {
    return (width - (double) gap * (row.size() - 1)) / sum(row);
  }

  /** The cells without their captions. */
  List<Rectangle2D> cells(double left, double top, double width) {
    List<Rectangle2D> cells = new ArrayList<>();
    double y = top;
    for (List<Double> row : rows) {
      double height = rowHeight(row, width);
      double x = left;
      for (double aspect : row) {
        cells.add(new Rectangle2D.Double(x, y, aspect * height, height));
        x += aspect * height + gap;
      }
      y += height + caption + gap;
    }
    return cells;
  }
}
