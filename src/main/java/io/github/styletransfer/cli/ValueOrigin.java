package io.github.styletransfer.cli;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Where an option's value was written, for messages about it. */
final class ValueOrigin {
  private ValueOrigin() {}

  /** The setting in a configuration file that is in force, if the command line has none. */
  static Optional<ConfigurationFiles.Setting> setting(CommandLine commandLine, ArgSpec argument) {
    ParseResult given = commandLine.getParseResult();
    return argument instanceof OptionSpec option
            && commandLine.getDefaultValueProvider() instanceof ConfigurationFiles files
            && !given.hasMatchedOption(option.longestName())
        ? files.setting(option)
        : Optional.empty();
  }

  /** What a message about a value begins with: the option, or file, line and key. */
  static String named(ArgSpec argument, Optional<ConfigurationFiles.Setting> setting) {
    return setting
        .map(found -> found.place() + ": " + found.key())
        .orElseGet(
            () ->
                argument instanceof OptionSpec option
                    ? option.longestName()
                    : argument.paramLabel());
  }
}
