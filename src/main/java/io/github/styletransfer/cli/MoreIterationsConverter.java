package io.github.styletransfer.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of iterations, or several with commas. */
final class MoreIterationsConverter implements ITypeConverter<MoreIterations> {
  @Override
  public MoreIterations convert(String text) {
    List<Integer> counts = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      counts.add(count(part.strip(), text));
    }
    return new MoreIterations(counts);
  }

  private static int count(String part, String text) {
    int count;
    try {
      count = Integer.parseInt(part);
    } catch (NumberFormatException e) {
      throw malformed(text);
    }
    if (count < 1) {
      throw malformed(text);
    }
    return count;
  }

  private static TypeConversionException malformed(String text) {
    return new TypeConversionException(
        "must be whole numbers of 1 or more, such as 50 or 50,20, not '" + text + "'");
  }
}
