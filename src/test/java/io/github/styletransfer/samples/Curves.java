package io.github.styletransfer.samples;

/** The few curves everything is shaped with. */
final class Curves {
  private Curves() {}

  static double clamp(double value) {
    return Math.max(0, Math.min(1, value));
  }

  static double mix(double from, double to, double t) {
    return from + (to - from) * t;
  }

  /** 0 up to {@code from}, 1 beyond {@code to}, with soft ends; falls where from is larger. */
  static double step(double from, double to, double value) {
    double t = clamp((value - from) / (to - from));
    return t * t * (3 - 2 * t);
  }

  /** A hill of height 1 at 0. */
  static double bell(double value) {
    return Math.exp(-value * value);
  }

  static double fraction(double value) {
    return value - Math.floor(value);
  }
}
