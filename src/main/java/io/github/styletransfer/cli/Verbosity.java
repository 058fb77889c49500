package io.github.styletransfer.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

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
