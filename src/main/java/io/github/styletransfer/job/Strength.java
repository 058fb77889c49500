package io.github.styletransfer.job;

/**
 * Where a picture is between photo and painting.
 *
 * @param percent from 0, close to the photo, to 100, close to the painting
 */
public record Strength(double percent) {
  /** That of the defaults. */
  public static final Strength USUAL = new Strength(50);

  /** The highest. */
  public static final double MOST = 100;

  /** By how much it has to rise for the photo to count half as much. */
  private static final double HALVING = 10;

  /**
   * @throws IllegalArgumentException if it isn't from 0 to 100
   */
  public Strength {
    if (!(percent >= 0 && percent <= MOST)) {
      throw new IllegalArgumentException("strength must be from 0 to 100, not " + percent);
    }
  }

  /** A weight of the photo, given that of the defaults. */
  public double contentWeight(double usual) {
    return usual * Math.pow(2, (USUAL.percent - percent) / HALVING);
  }
}
