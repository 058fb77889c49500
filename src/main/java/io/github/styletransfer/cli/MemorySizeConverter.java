package io.github.styletransfer.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Reads a number of bytes: {@code 800m}, {@code 6g}, {@code 1.5 GB}, {@code 2GiB}. */
final class MemorySizeConverter implements CommandLine.ITypeConverter<Long> {
  private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([kmgt]?)(i?)b?");
  private static final String UNITS = "kmgt";
  private static final double DECIMAL = 1000;
  private static final double BINARY = 1024;

  @Override
  public Long convert(String text) {
    Matcher matcher = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new CommandLine.TypeConversionException(
          "must be a memory size such as 800m or 6g, not '" + text + "'");
    }
    double base = matcher.group(3).isEmpty() ? DECIMAL : BINARY;
    int power = matcher.group(2).isEmpty() ? 0 : UNITS.indexOf(matcher.group(2)) + 1;
    return Math.round(Double.parseDouble(matcher.group(1)) * Math.pow(base, power));
  }
}
