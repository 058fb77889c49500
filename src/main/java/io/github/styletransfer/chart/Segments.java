package io.github.styletransfer.chart;

import io.github.styletransfer.transfer.SizeMark;
import java.util.ArrayList;
import java.util.List;

/**
 * A curve in pieces, each of iterations that follow each other at one size.
 *
 * @param pieces none is empty
 * @param starts the first point of each size
 */
record Segments(List<List<Point>> pieces, List<Point> starts) {
  /**
   * Cuts a curve.
   *
   * @param points in the order of their iterations
   * @param marks where the size may change
   */
  static Segments of(List<Point> points, List<SizeMark> marks) {
    List<Integer> changes =
        marks.stream().filter(SizeMark::newSize).map(mark -> mark.first() + 1).toList();
    List<List<Point>> pieces = new ArrayList<>();
    List<Point> starts = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < points.size(); i++) {
      int before = i == 0 ? 0 : points.get(i - 1).iteration();
      int iteration = points.get(i).iteration();
      boolean changed =
          i == 0 || changes.stream().anyMatch(start -> before < start && start <= iteration);
      if (changed) {
        starts.add(points.get(i));
      }
      if (i > 0 && (changed || iteration > before + 1)) {
        pieces.add(points.subList(first, i));
        first = i;
      }
    }
    if (first < points.size()) {
      pieces.add(points.subList(first, points.size()));
    }
    return new Segments(pieces, starts);
  }

  boolean isEmpty() {
    return pieces.isEmpty();
  }

  List<Point> points() {
    return pieces.stream().flatMap(List::stream).toList();
  }

  /** As much of it as is visible at this many pixels. */
  Segments thinnedOut(int width) {
    int count = pieces.stream().mapToInt(List::size).sum();
    return new Segments(
        pieces.stream()
            .map(
                piece -> Thinning.of(piece, (int) Math.max(1, (long) width * piece.size() / count)))
            .toList(),
        starts);
  }
}
