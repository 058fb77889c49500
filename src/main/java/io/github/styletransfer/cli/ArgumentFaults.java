package io.github.styletransfer.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line in terms of what was typed. */
final class ArgumentFaults {
  private ArgumentFaults() {}

  /**
   * The message for an error.
   *
   * @param args as they were parsed
   */
  static String describe(ParameterException exception, String... args) {
    CommandLine commandLine = exception.getCommandLine();
    List<String> unmatched = unmatched(exception);
    if (!unmatched.isEmpty()) {
      return new UnmatchedArguments(commandLine, List.of(args)).describe(unmatched);
    }
    if (exception.getCause() instanceof TypeConversionException problem
        && exception.getArgSpec() != null) {
      return ValueOrigin.named(
              exception.getArgSpec(), ValueOrigin.setting(commandLine, exception.getArgSpec()))
          + " "
          + problem.getMessage();
    }
    return String.valueOf(exception.getMessage());
  }

  /** A misspelt option explains why the right one is missing. */
  private static List<String> unmatched(ParameterException exception) {
    if (exception instanceof UnmatchedArgumentException unmatched) {
      return unmatched.getUnmatched();
    }
    return exception instanceof MissingParameterException
        ? exception.getCommandLine().getUnmatchedArguments()
        : List.of();
  }
}
