package io.github.styletransfer.descent;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How many sizes a run goes through, and how far they are apart.
 *
 * @param count 1 or more, of which 1 is the result's own; empty for as many as there are from
 *     {@value #SMALLEST} pixels on, along the longer side
 * @param ratio how many times as long a side is as at the size before, more than 1
 */
public record SizeSteps(OptionalInt count, double ratio) {
  /** The longer side, in pixels, of the smallest size that is taken if their number isn't given. */
  static final int SMALLEST = 128;

  /** The ratio of sizes of which each has a quarter of the next one's pixels. */
  public static final double DOUBLE = 2;

  private static final String AUTO = "auto";

  /** A size that is missed by less than half a pixel is reached. */
  private static final double ROUNDING = 0.5;

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public SizeSteps {
    count.ifPresent(
        number -> {
          if (number < 1) {
            throw new IllegalArgumentException("sizes must be 1 or more, not " + number);
          }
        });
    if (!(ratio > 1) || Double.isInfinite(ratio)) {
      throw new IllegalArgumentException("size-ratio must be more than 1, not " + ratio);
    }
  }

  /** Sizes of which each is twice the one before. */
  public static SizeSteps doubling(int count) {
    return new SizeSteps(OptionalInt.of(count), DOUBLE);
  }

  /** As {@link #countText} writes it, or empty if it is anything else. */
  public static Optional<OptionalInt> parseCount(String text) {
    if (text.strip().equals(AUTO)) {
      return Optional.of(OptionalInt.empty());
    }
    try {
      return Optional.of(OptionalInt.of(Integer.parseInt(text.strip())));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** As on the command line: a number, or {@code auto}. */
  public String countText() {
    return count.isPresent() ? Integer.toString(count.getAsInt()) : AUTO;
  }

  /**
   * Whether a size is one of a run's.
   *
   * @param step how many sizes finer the result's own is, 1 or more
   * @param longestSide of the result, in pixels
   */
  boolean has(int step, int longestSide) {
    return count.isPresent()
        ? step < count.getAsInt()
        : scaled(longestSide, step) >= SMALLEST - ROUNDING;
  }

  /**
   * A length at another size.
   *
   * @param step how many sizes coarser
   */
  double scaled(double length, int step) {
    return length * Math.pow(ratio, -step);
  }
}
