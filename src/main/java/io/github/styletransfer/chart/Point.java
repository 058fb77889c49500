package io.github.styletransfer.chart;

/**
 * A point of a curve.
 *
 * @param iteration 1-based, as in {@code losses.csv}
 * @param loss finite
 */
record Point(int iteration, double loss) {}
