package io.github.styletransfer.console;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.jspecify.annotations.Nullable;
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

  /** The log of a batch, for what is said of it outside of its package. */
  public static final String BATCH_LOGGER = PROGRAM_LOGGER + ".batch";

  /** What two switches ask for; the first wins. */
  public static Verbosity of(boolean verbose, boolean quiet) {
    if (verbose) {
      return VERBOSE;
    }
    return quiet ? QUIET : NORMAL;
  }

  /** Sets the log to it. */
  public void apply() {
    set(PROGRAM_LOGGER, level());
    set(BATCH_LOGGER, null);
  }

  /** Sets the log to it for a batch, of whose single runs only warnings are progress. */
  public void applyToBatch() {
    set(PROGRAM_LOGGER, this == NORMAL ? Level.WARN : level());
    set(BATCH_LOGGER, level());
  }

  private Level level() {
    return switch (this) {
      case QUIET -> Level.WARN;
      case NORMAL -> Level.INFO;
      case VERBOSE -> Level.DEBUG;
    };
  }

  private static void set(String name, @Nullable Level level) {
    if (LoggerFactory.getLogger(name) instanceof Logger logger) {
      logger.setLevel(level);
    }
  }
}
