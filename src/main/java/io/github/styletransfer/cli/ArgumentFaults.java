package io.github.styletransfer.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
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
      ArgSpec argument = exception.getArgSpec();
      return ValueOrigin.named(
              argument,
              ValueOrigin.setting(commandLine, argument)
                  .filter(setting -> !isAmong(args, argument)))
          + " "
          + problem.getMessage();
    }
    return String.valueOf(exception.getMessage());
  }

  /** Whether an option is on the command line; one with a wrong value isn't matched. */
  private static boolean isAmong(String[] args, ArgSpec argument) {
    return argument instanceof OptionSpec option
        && Stream.of(args)
            .anyMatch(
                arg ->
                    Stream.of(option.names())
                        .anyMatch(name -> arg.equals(name) || arg.startsWith(name + "=")));
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
