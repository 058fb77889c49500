package io.github.styletransfer.descent;

import java.util.OptionalInt;

/**
 * How many iterations a run has before it is prolonged.
 *
 * @param count at all sizes together, of which coarser ones get more; or, if there is another
 *     number, at the first size; 1 or more
 * @param further at each size after the first, 1 or more
 */
public record IterationCount(int count, OptionalInt further) {
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

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if it is anything else; the message is the end of a sentence
   *     that begins with the option
   */
  public static IterationCount parse(String text) {
    String[] parts = text.split(",", -1);
    return switch (parts.length) {
      case 1 -> together(count(parts[0], text));
      case 2 -> each(count(parts[0], text), count(parts[1], text));
      default -> throw malformed(text);
    };
  }

  private static int count(String part, String text) {
    String digits = part.strip();
    if (!digits.matches("[+-]?\\d+")) {
      throw malformed(text);
    }
    int count;
    try {
      count = Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "can't be as " + (digits.startsWith("-") ? "low" : "high") + " as " + digits, e);
    }
    if (count < 1) {
      throw new IllegalArgumentException("must be 1 or more, not " + digits);
    }
    return count;
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "must be a whole number, or two such as 150,60, not '" + text + "'");
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
