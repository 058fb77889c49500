package io.github.styletransfer.cli;

import io.github.styletransfer.job.InputLocator;
import io.github.styletransfer.job.RetouchChoice;
import io.github.styletransfer.job.StyleColors;
import io.github.styletransfer.job.UserException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Which colours pictures have, and where they are painted, whatever the method. */
final class RetouchOptions {
  private static final String STYLE_COLORS = "--style-colors";
  private static final String MATCH_COLORS = "--match-colors";

  @Option(
      names = STYLE_COLORS,
      paramLabel = "painting|photo",
      defaultValue = "painting",
      description =
          "The colours that the painting has when its style is looked at: its own, or the photo's"
              + " (default: ${DEFAULT-VALUE}).")
  StyleColors styleColors = StyleColors.PAINTING;

  @Option(
      names = "--keep-colors",
      negatable = true,
      defaultValue = "false",
      fallbackValue = "true",
      description =
          "Whether the result keeps the photo's colours, with its own brightness (default: no).")
  boolean keepColors;

  @Option(
      names = "--where",
      paramLabel = "MASK",
      converter = ValueConverters.FileName.class,
      description =
          "An image of the photo's proportions: white where the photo is painted, black where it stays"
              + " as it is; - is standard input. A name that doesn't exist is looked up in input/mask/"
              + " and input/ (default: everywhere).")
  @Nullable String where;

  /**
   * What is asked for.
   *
   * @param given the command line, which overrides configuration files
   * @param matchColors whether the photo is to get the painting's colours; null if nobody says
   * @throws IllegalArgumentException if that contradicts what is asked for here
   */
  RetouchChoice choice(ParseResult given, @Nullable Boolean matchColors, InputLocator inputs)
      throws IOException, UserException {
    return new RetouchChoice(
        Boolean.TRUE.equals(matchColors) ? styleColorsBeside(given) : styleColors,
        keepColors,
        where == null ? Optional.empty() : Optional.of(inputs.where(where)));
  }

  private StyleColors styleColorsBeside(ParseResult given) {
    boolean matched = given.hasMatchedOption(MATCH_COLORS);
    if (styleColors == StyleColors.PHOTO && matched == given.hasMatchedOption(STYLE_COLORS)) {
      throw new IllegalArgumentException(
          "--match-colors gives the photo the painting's colours, and --style-colors photo gives the"
              + " painting the photo's: leave one of them out");
    }
    return matched ? StyleColors.PAINTING : styleColors;
  }
}
