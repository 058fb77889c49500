package io.github.styletransfer.job;

import java.util.Locale;

/** How the choices of options are written on the command line and in records. */
public final class OptionWord {
  private OptionWord() {}

  /** Such as {@code replicate-first}. */
  public static String of(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
