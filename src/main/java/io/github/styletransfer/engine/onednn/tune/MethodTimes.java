package io.github.styletransfer.engine.onednn.tune;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a convolution took by each method, on the same part of an image.
 *
 * @param direct in milliseconds
 * @param winograd in milliseconds
 */
public record MethodTimes(double direct, double winograd) {
  private static final Pattern TEXT =
      Pattern.compile("direct (\\d{1,9}\\.\\d{1,9}) ms, Winograd (\\d{1,9}\\.\\d{1,9}) ms");

  /** Times that {@link #toString} wrote; empty for any other text. */
  static Optional<MethodTimes> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new MethodTimes(
                Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))))
        : Optional.empty();
  }

  /** The times as a later run will read them, which must choose the same: rounded. */
  MethodTimes asKept() {
    return parse(toString()).orElse(this);
  }

  ConvolutionMethod faster() {
    return direct <= winograd ? ConvolutionMethod.DIRECT : ConvolutionMethod.WINOGRAD;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "direct %.3f ms, Winograd %.3f ms", direct, winograd);
  }
}
