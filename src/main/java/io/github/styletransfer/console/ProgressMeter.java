package io.github.styletransfer.console;

import java.io.PrintWriter;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.slf4j.LoggerFactory;

/** Shows how many bytes of a file have come. */
public interface ProgressMeter {
  /**
   * A bar where a person watches it, else lines of the log.
   *
   * @param err where a bar is drawn
   * @param terminal whether {@code err} is a terminal
   */
  static ProgressMeter of(PrintWriter err, BooleanSupplier terminal) {
    return LoggerFactory.getLogger(ProgressMeter.class).isInfoEnabled() && terminal.getAsBoolean()
        ? new ProgressBarMeter(BarDisplay.ofProcess(err), System::nanoTime)
        : new ProgressLogMeter(System::nanoTime);
  }

  /** So many bytes of a total, if it is known, are there before the first come. */
  void start(long have, OptionalLong total);

  /** So many bytes are there now. */
  void advance(long have);

  /** No more come. */
  void stop();
}
