package io.github.styletransfer.cli;

import io.github.styletransfer.descent.IterationCount;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one number of iterations, or two. */
final class IterationCountConverter implements ITypeConverter<IterationCount> {
  @Override
  public IterationCount convert(String text) {
    String[] parts = text.split(",", -1);
    return switch (parts.length) {
      case 1 -> IterationCount.together(count(parts[0], text));
      case 2 -> IterationCount.each(count(parts[0], text), count(parts[1], text));
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
      throw new TypeConversionException(
          "can't be as " + (digits.startsWith("-") ? "low" : "high") + " as " + digits);
    }
    if (count < 1) {
      throw new TypeConversionException("must be 1 or more, not " + digits);
    }
    return count;
  }

  private static TypeConversionException malformed(String text) {
    return new TypeConversionException(
        "must be a whole number, or two such as 150,60, not '" + text + "'");
  }
}
