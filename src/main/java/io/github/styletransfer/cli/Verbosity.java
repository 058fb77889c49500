package io.github.styletransfer.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.OptionSpec;

/** How much of the program's own log is shown. */
enum Verbosity {
  QUIET,
  NORMAL,
  VERBOSE;

  private static final String PROGRAM_LOGGER = "io.github.styletransfer";

  static Verbosity of(boolean verbose, boolean quiet) {
    if (verbose) {
      return VERBOSE;
    }
    return quiet ? QUIET : NORMAL;
  }

  /** What options on a command line ask for; the last one counts. */
  static Optional<Verbosity> of(Stream<OptionSpec> matched) {
    return matched
        .map(OptionSpec::longestName)
        .filter(name -> name.equals(LogOptions.VERBOSE) || name.equals(LogOptions.QUIET))
        .reduce((earlier, later) -> later)
        .map(name -> name.equals(LogOptions.VERBOSE) ? VERBOSE : QUIET);
  }

  void apply() {
    if (LoggerFactory.getLogger(PROGRAM_LOGGER) instanceof Logger logger) {
      logger.setLevel(
          switch (this) {
            case QUIET -> Level.WARN;
            case NORMAL -> Level.INFO;
            case VERBOSE -> Level.DEBUG;
          });
    }
  }
}
