package io.github.styletransfer.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Cells in rows and columns, each column as wide and each row as high as its largest cell.
 *
 * @param widths of the cells in pixels, row by row
 * @param heights of the cells in pixels
 * @param columns how many cells a row has; the last one may have fewer
 * @param gap between cells and around them, in pixels
 */
record TileGrid(List<Integer> widths, List<Integer> heights, int columns, int gap) {
  /** As many columns as fit into a width, but no more than rows of about the same length need. */
  static TileGrid fitting(List<Integer> widths, List<Integer> heights, int width, int gap) {
    int count = widths.size();
    int columns = count;
    while (columns > 1 && new TileGrid(widths, heights, columns, gap).width() > width) {
      columns--;
    }
    int rows = (count + columns - 1) / columns;
    return new TileGrid(widths, heights, (count + rows - 1) / rows, gap);
  }

  int width() {
    return left(columns);
  }

  int height() {
    return y(columns * ((widths.size() + columns - 1) / columns));
  }

  /** The left end of a cell. */
  int x(int index) {
    return left(index % columns);
  }

  /** The upper end of a cell. */
  int y(int index) {
    return gap + IntStream.range(0, index / columns).map(i -> rowHeight(i * columns) + gap).sum();
  }

  /** The width of a cell's column. */
  int columnWidth(int index) {
    return IntStream.range(0, widths.size())
        .filter(i -> i % columns == index % columns)
        .map(widths::get)
        .max()
        .orElse(0);
  }

  /** The height of a cell's row. */
  int rowHeight(int index) {
    return IntStream.range(0, heights.size())
        .filter(i -> i / columns == index / columns)
        .map(heights::get)
        .max()
        .orElse(0);
  }

  private int left(int column) {
    return gap + IntStream.range(0, column).map(i -> columnWidth(i) + gap).sum();
  }
}
