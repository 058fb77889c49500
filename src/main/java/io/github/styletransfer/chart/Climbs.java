package io.github.styletransfer.chart;

import java.util.List;

/**
 * Losses so low that a logarithmic axis with room for them would squeeze all others: the content
 * loss of a run that starts from the photo is nothing at first, and climbs within a few iterations.
 */
final class Climbs {
  private static final double FACTOR = 30;
  private static final double WORTHWHILE = 10;

  private Climbs() {}

  /**
   * The lowest loss that has to be shown.
   *
   * @param curves each of losses more than 0, and with a point
   */
  static double lowest(List<Segments> curves) {
    double all = lowestOf(curves.stream().flatMap(curve -> curve.points().stream()).toList());
    double settled =
        curves.stream()
            .flatMap(curve -> curve.pieces().stream())
            .mapToDouble(piece -> lowestOf(settled(piece)))
            .min()
            .orElse(all);
    return settled > WORTHWHILE * all ? settled : all;
  }

  private static double lowestOf(List<Point> points) {
    return points.stream().mapToDouble(Point::loss).min().orElseThrow();
  }

  /** The losses of one size without those at its beginning that are far below most others. */
  private static List<Point> settled(List<Point> piece) {
    double usual = piece.stream().mapToDouble(Point::loss).sorted().toArray()[piece.size() / 2];
    int first = 0;
    while (piece.get(first).loss() < usual / FACTOR) {
      first++;
    }
    return piece.subList(first, piece.size());
  }
}
