package io.github.styletransfer.engine.onednn;

/** The values of a program's loss terms at the last image. */
final class TermValues {
  private final double[] values;

  TermValues(int terms) {
    values = new double[terms];
  }

  void set(int term, double value) {
    values[term] = value;
  }

  double[] all() {
    return values.clone();
  }
}
