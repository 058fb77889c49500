package io.github.styletransfer.descent;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many iterations a run has before it is prolonged.
 *
 * @param count at all sizes together, of which coarser ones get more; or, if there is another
 *     number, at the first size; 1 or more
 * @param further at each size after the first, 1 or more
 * @param polishing at the last size once more, to polish the result with; 0 or more
 */
public record IterationCount(int count, OptionalInt further, int polishing) {
  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public IterationCount {
    require(count);
    further.ifPresent(IterationCount::require);
    if (polishing < 0 || (polishing > 0 && further.isEmpty())) {
      throw new IllegalArgumentException(
          "polishing must be 0 or more, and come after two other numbers");
    }
  }

  /** Iterations at all sizes together. */
  public static IterationCount together(int count) {
    return new IterationCount(count, OptionalInt.empty(), 0);
  }

  /** So many iterations at the first size, and so many at each further one. */
  public static IterationCount each(int first, int further) {
    return each(first, further, 0);
  }

  /** The same, and so many iterations that polish the result. */
  public static IterationCount each(int first, int further, int polishing) {
    return new IterationCount(first, OptionalInt.of(further), polishing);
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if it is anything else; the message is the end of a sentence
   *     that begins with the option
   */
  public static IterationCount parse(String text) {
    int[] counts = Arrays.stream(text.split(",", -1)).mapToInt(part -> count(part, text)).toArray();
    return switch (counts.length) {
      case 1 -> together(counts[0]);
      case 2 -> each(counts[0], counts[1]);
      case 3 -> each(counts[0], counts[1], counts[2]);
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
        "must be a whole number, or two or three such as 60,20,150, not '" + text + "'");
  }

  /** The number by which a run is prolonged when it becomes larger. */
  int last() {
    return polishing > 0 ? polishing : further.orElse(count);
  }

  /** Whether another count differs, if at all, in the {@link #last} number alone. */
  boolean isLike(IterationCount other) {
    if (polishing > 0 || other.polishing > 0) {
      return polishing > 0
          && other.polishing > 0
          && count == other.count
          && further.equals(other.further);
    }
    return further.isPresent() == other.further.isPresent()
        && (further.isEmpty() || count == other.count);
  }

  /** As on the command line: 150 or 100,30 or 60,20,150. */
  @Override
  public String toString() {
    return Stream.of(OptionalInt.of(count), further, optional(polishing))
        .flatMap(number -> number.stream().boxed())
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }

  private static OptionalInt optional(int number) {
    return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
  }

  private static void require(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("iterations must be 1 or more, not " + count);
    }
  }
}
