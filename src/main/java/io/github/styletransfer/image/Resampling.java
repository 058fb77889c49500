package io.github.styletransfer.image;

/**
 * How samples are weighted when an image is resized. Where it gets smaller, the kernel is as many
 * times wider, so that no detail is aliased.
 */
public enum Resampling {
  /** A triangle, one sample wide to each side. */
  LINEAR(1) {
    @Override
    double weight(double distance) {
      return Math.max(0, 1 - distance);
    }
  },

  /**
   * A cubic of two samples to each side, with parameter -1/2, which is sharper (Keys, "Cubic
   * Convolution Interpolation for Digital Image Processing", 1981).
   */
  CUBIC(2) {
    @Override
    double weight(double distance) {
      if (distance < 1) {
        return ((A + 2) * distance - (A + 3)) * distance * distance + 1;
      }
      return distance < 2 ? (((distance - 5) * distance + 8) * distance - 4) * A : 0;
    }
  };

  private static final double A = -0.5;

  private final double reach;

  Resampling(double reach) {
    this.reach = reach;
  }

  /** How far the kernel reaches to each side, in samples. */
  double reach() {
    return reach;
  }

  /**
   * The kernel's value.
   *
   * @param distance from its centre in samples, 0 or more
   */
  abstract double weight(double distance);
}
