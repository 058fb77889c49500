package io.github.styletransfer.cli;

import io.github.styletransfer.descent.SizeSteps;
import java.util.OptionalInt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of sizes, or {@code auto}. */
final class SizeCountConverter implements ITypeConverter<SizeCount> {
  @Override
  public SizeCount convert(String text) {
    OptionalInt count =
        SizeSteps.parseCount(text)
            .orElseThrow(
                () ->
                    new TypeConversionException(
                        "must be a whole number or auto, not '" + text + "'"));
    if (count.isPresent() && count.getAsInt() < 1) {
      throw new TypeConversionException("must be 1 or more, not " + text.strip());
    }
    return new SizeCount(count);
  }
}
