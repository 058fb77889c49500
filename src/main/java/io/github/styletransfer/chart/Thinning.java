package io.github.styletransfer.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Leaves out points of a curve that nobody could see. */
final class Thinning {
  private Thinning() {}

  /**
   * The first, last, lowest and highest point of each of so many equal parts of a curve, in their
   * order: what is left looks the same when a part is a pixel wide.
   *
   * @param points in the order of their iterations
   * @param parts 1 or more
   */
  static List<Point> of(List<Point> points, int parts) {
    List<Point> kept = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int first = (int) ((long) points.size() * part / parts);
      int end = (int) ((long) points.size() * (part + 1) / parts);
      kept.addAll(extremes(points.subList(first, end)));
    }
    return kept;
  }

  private static List<Point> extremes(List<Point> points) {
    if (points.size() <= 2) {
      return points;
    }
    Comparator<Point> byLoss = Comparator.comparingDouble(Point::loss);
    Point lowest = points.stream().min(byLoss).orElseThrow();
    Point highest = points.stream().max(byLoss).orElseThrow();
    return Stream.of(points.get(0), lowest, highest, points.get(points.size() - 1))
        .distinct()
        .sorted(Comparator.comparingInt(Point::iteration))
        .toList();
  }
}
