package io.github.styletransfer.cli;

import io.github.styletransfer.descent.IterationCount;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one number of iterations, or two or three. */
final class IterationCountConverter implements ITypeConverter<IterationCount> {
  @Override
  public IterationCount convert(String text) {
    try {
      return IterationCount.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
