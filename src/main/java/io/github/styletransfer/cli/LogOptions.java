package io.github.styletransfer.cli;

import io.github.styletransfer.console.Verbosity;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** How much a subcommand logs; {@link Subcommands} applies these options. */
final class LogOptions {
  static final String VERBOSE = "--verbose";
  static final String QUIET = "--quiet";

  @Option(
      names = {"-v", VERBOSE},
      description = "Log stack traces of failures.")
  boolean verbose;

  @Option(
      names = {"-q", QUIET},
      description = "Log warnings only.")
  boolean quiet;

  /** What options on a command line ask for; the last one counts. */
  static Optional<Verbosity> verbosity(Stream<OptionSpec> matched) {
    return matched
        .map(OptionSpec::longestName)
        .filter(name -> name.equals(VERBOSE) || name.equals(QUIET))
        .reduce((earlier, later) -> later)
        .map(name -> name.equals(VERBOSE) ? Verbosity.VERBOSE : Verbosity.QUIET);
  }
}
