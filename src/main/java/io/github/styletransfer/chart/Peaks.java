package io.github.styletransfer.chart;

import java.util.List;

/**
 * Losses so high that an axis with room for them would show nothing else: of steps that a line
 * search tries and takes back, or of a run that diverges.
 */
final class Peaks {
  private static final double QUANTILE = 0.75;
  private static final double TOLERANCE = 2;

  private Peaks() {}

  /**
   * The most that isn't a peak: twice as far above the lowest loss as three of four losses are, and
   * as each size begins.
   *
   * @param curve has a point
   */
  static double limit(Segments curve) {
    List<Double> losses = curve.points().stream().map(Point::loss).sorted().toList();
    double lowest = losses.get(0);
    double usual = losses.get((int) (QUANTILE * (losses.size() - 1)));
    double start = curve.starts().stream().mapToDouble(Point::loss).max().orElse(usual);
    return lowest + TOLERANCE * (Math.max(usual, start) - lowest);
  }
}
