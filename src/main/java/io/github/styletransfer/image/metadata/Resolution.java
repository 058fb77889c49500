package io.github.styletransfer.image.metadata;

/**
 * How closely an image's pixels are meant to be printed.
 *
 * @param horizontal pixels per inch, more than 0
 * @param vertical pixels per inch, more than 0
 */
public record Resolution(double horizontal, double vertical) {
  /** Centimetres of an inch. */
  public static final double CENTIMETRES = 2.54;

  private static final double LEAST = 0.01;
  private static final double MOST = 1e6;

  /**
   * @throws IllegalArgumentException if a number can't be a resolution
   */
  public Resolution {
    if (!isPossible(horizontal) || !isPossible(vertical)) {
      throw new IllegalArgumentException(
          horizontal + " x " + vertical + " pixels per inch are no resolution");
    }
  }

  /** That of the image turned by a right angle. */
  Resolution turned() {
    double width = vertical;
    double height = horizontal;
    return new Resolution(width, height);
  }

  private static boolean isPossible(double pixelsPerInch) {
    return pixelsPerInch >= LEAST && pixelsPerInch <= MOST;
  }
}
