package io.github.styletransfer.console;

import java.io.PrintWriter;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.slf4j.LoggerFactory;

/** Shows how many bytes of a file have been received. */
public interface ProgressMeter {
  /**
   * A bar if a person watches it, or else log lines.
   *
   * @param err where a bar is drawn
   * @param terminal whether {@code err} is a terminal
   */
  static ProgressMeter of(PrintWriter err, BooleanSupplier terminal) {
    return LoggerFactory.getLogger(ProgressMeter.class).isInfoEnabled() && terminal.getAsBoolean()
        ? new ProgressBarMeter(BarDisplay.ofProcess(err), System::nanoTime)
        : new ProgressLogMeter(System::nanoTime);
  }

  /** Begins with the bytes that are there already, and the total if it is known. */
  void start(long have, OptionalLong total);

  /** So many bytes are there now. */
  void advance(long have);

  /** No more bytes will come. */
  void stop();
}
