package io.github.styletransfer.fetch;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@code Content-Range: bytes first-last/total}.
 *
 * @param first 0-based number of the first byte that follows
 * @param total length of the whole file in bytes; empty if the server doesn't say
 */
record ContentRange(long first, OptionalLong total) {
  private static final Pattern FORM =
      Pattern.compile("bytes\\s+(\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");

  /** Reads the header's value; empty if it isn't one. */
  static Optional<ContentRange> of(String value) {
    Matcher matcher = FORM.matcher(value.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String total = matcher.group(2);
    return Optional.of(
        new ContentRange(
            Long.parseLong(matcher.group(1)),
            total.equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(total))));
  }
}
