package io.github.styletransfer.console;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much of the program's own log is shown. */
public enum Verbosity {
  /** Warnings only. */
  QUIET,
  /** The program's progress. */
  NORMAL,
  /** Every iteration, and stack traces of failures. */
  VERBOSE;

  private static final String PROGRAM_LOGGER = "io.github.styletransfer";

  /** What two switches ask for; the first wins. */
  public static Verbosity of(boolean verbose, boolean quiet) {
    if (verbose) {
      return VERBOSE;
    }
    return quiet ? QUIET : NORMAL;
  }

  /** Sets the log to it. */
  public void apply() {
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
