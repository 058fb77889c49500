package io.github.styletransfer.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many jobs are done at the same time. */
final class JobCountConverter implements ITypeConverter<JobCount> {
  private static final int MOST = 256;

  @Override
  public JobCount convert(String text) {
    String value = text.strip();
    if (value.equals("auto")) {
      return JobCount.AUTO;
    }
    if (!value.matches("-?[0-9]{1,9}")) {
      throw new TypeConversionException("must be a whole number or auto, not '" + text + "'");
    }
    int count = Integer.parseInt(value);
    if (count < 1 || count > MOST) {
      throw new TypeConversionException("must be from 1 to " + MOST + ", not " + value);
    }
    return new JobCount(count);
  }
}
