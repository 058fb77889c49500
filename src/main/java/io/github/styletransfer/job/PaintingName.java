package io.github.styletransfer.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A painting as {@code --style} names it.
 *
 * @param name of the file
 * @param weight of its style beside that of others, more than 0 and finite
 */
public record PaintingName(String name, double weight) {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

  /**
   * Reads values such as {@code a.jpg}, {@code a.jpg:2} and {@code a.jpg:2,b.jpg}. Where there is a
   * file whose name has commas or a colon in it, it is that file that is meant.
   *
   * @param exists whether there is a file of a name
   * @throws UserException if a weight is not a number more than 0, or nothing is named
   */
  public static List<PaintingName> of(List<String> values, Predicate<String> exists)
      throws UserException {
    List<PaintingName> names = new ArrayList<>();
    for (String value : values) {
      List<String> parts = List.of(value.split(",", -1));
      int first = 0;
      while (first < parts.size()) {
        int end = parts.size();
        Optional<PaintingName> found = Optional.empty();
        while (found.isEmpty() && end > first) {
          found = existing(String.join(",", parts.subList(first, end)), exists);
          end--;
        }
        names.add(found.isPresent() ? found.get() : missing(parts.get(first), value));
        first = found.isPresent() ? end + 1 : first + 1;
      }
    }
    return names;
  }

  private static Optional<PaintingName> existing(String text, Predicate<String> exists)
      throws UserException {
    String stripped = text.strip();
    if (exists.test(text)) {
      return Optional.of(new PaintingName(text, 1));
    }
    if (exists.test(stripped)) {
      return Optional.of(new PaintingName(stripped, 1));
    }
    int colon = stripped.lastIndexOf(':');
    return colon > 0
            && stripped.indexOf(',', colon) < 0
            && exists.test(stripped.substring(0, colon))
        ? Optional.of(weighted(stripped, colon))
        : Optional.empty();
  }

  private static PaintingName missing(String text, String value) throws UserException {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      throw new UserException(
          ExitCode.USAGE,
          "--style %s names no painting before or after a comma: write such as a.jpg,b.jpg:2."
              .formatted(value));
    }
    int colon = stripped.lastIndexOf(':');
    return colon > 0 && NUMBER.matcher(stripped.substring(colon + 1)).matches()
        ? weighted(stripped, colon)
        : new PaintingName(stripped, 1);
  }

  private static PaintingName weighted(String text, int colon) throws UserException {
    String name = text.substring(0, colon);
    String written = text.substring(colon + 1);
    double weight = NUMBER.matcher(written).matches() ? Double.parseDouble(written) : Double.NaN;
    if (!(weight > 0) || Double.isInfinite(weight)) {
      throw new UserException(
          ExitCode.USAGE,
          "--style gives %s the weight '%s': it must be a number more than 0, such as %s:2."
              .formatted(name, written, name));
    }
    return new PaintingName(name, weight);
  }
}
