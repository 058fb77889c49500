package io.github.styletransfer.job;

import java.util.OptionalInt;

/**
 * How large a result is to be.
 *
 * @param longestSide in pixels, 1 or more; empty for the photo's own size
 * @param isFree whether nobody has asked for this size, so that it may be smaller where there isn't
 *     enough memory
 */
public record SizeChoice(OptionalInt longestSide, boolean isFree) {
  /** The option itself. */
  public static final String SIZE = "size";

  /** The word for the photo's own size. */
  public static final String FULL = "full";

  /** The photo's own size, as asked for. */
  public static final SizeChoice OF_THE_PHOTO = new SizeChoice(OptionalInt.empty(), false);

  /** A size that is asked for. */
  public static SizeChoice of(int longestSide) {
    return new SizeChoice(OptionalInt.of(longestSide), false);
  }

  /**
   * A size that nobody has asked for.
   *
   * @param longestSide in pixels; empty for the photo's own size
   */
  public static SizeChoice free(OptionalInt longestSide) {
    return new SizeChoice(longestSide, true);
  }
}
