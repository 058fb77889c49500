package io.github.styletransfer.descent;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many iterations a run has before it is prolonged.
 *
 * @param count at all sizes together, of which coarser ones get more; or, if there is another
 *     number, at the first size; 1 or more
 * @param further at each size after the first, 1 or more
 */
public record IterationCount(int count, OptionalInt further) {
  private static final Pattern TEXT =
      Pattern.compile("\\s*(\\d{1,10})\\s*(?:,\\s*(\\d{1,10})\\s*)?");

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public IterationCount {
    require(count);
    further.ifPresent(IterationCount::require);
  }

  /** Iterations at all sizes together. */
  public static IterationCount together(int count) {
    return new IterationCount(count, OptionalInt.empty());
  }

  /** So many iterations at the first size, and so many at each further one. */
  public static IterationCount each(int first, int further) {
    return new IterationCount(first, OptionalInt.of(further));
  }

  /** As {@link #toString} writes it; empty if it is anything else. */
  public static Optional<IterationCount> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      int count = Integer.parseInt(matcher.group(1));
      return Optional.of(
          matcher.group(2) == null
              ? together(count)
              : each(count, Integer.parseInt(matcher.group(2))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The number by which a run is prolonged when it becomes larger. */
  int last() {
    return further.orElse(count);
  }

  /** Whether another count differs, if at all, in the {@link #last} number alone. */
  boolean isLike(IterationCount other) {
    return further.isPresent() == other.further.isPresent()
        && (further.isEmpty() || count == other.count);
  }

  /** As on the command line: 150 or 150,60. */
  @Override
  public String toString() {
    return further.isPresent() ? count + "," + further.getAsInt() : Integer.toString(count);
  }

  private static void require(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("iterations must be 1 or more, not " + count);
    }
  }
}
