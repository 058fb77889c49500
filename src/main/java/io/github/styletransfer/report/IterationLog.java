package io.github.styletransfer.report;

import io.github.styletransfer.engine.Losses;
import io.github.styletransfer.transfer.TransferListener;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the losses: of every iteration at debug level; at info level of the first, the last, and of
 * one every few seconds.
 */
public final class IterationLog implements TransferListener {
  private static final Logger LOG = LoggerFactory.getLogger(IterationLog.class);
  private static final long INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();

  private final int iterations;
  private final LongSupplier nanoClock;
  private long lastLine;

  /** Watches a run of so many iterations by the given clock, in nanoseconds. */
  public IterationLog(int iterations, LongSupplier nanoClock) {
    this.iterations = iterations;
    this.nanoClock = nanoClock;
  }

  @Override
  public void stageStarted(int first, int end, int width, int height) {
    LOG.info("Iterations {} to {} at {} x {} pixels", first + 1, end, width, height);
  }

  @Override
  public void stopped(int iteration, String reason) {
    LOG.info("After iteration {}: {}", iteration + 1, reason);
  }

  @Override
  public void evaluated(int iteration, Losses losses) {
    long now = nanoClock.getAsLong();
    boolean due = iteration == 0 || iteration == iterations - 1 || now - lastLine >= INTERVAL_NANOS;
    String line = "Iteration {} total loss: {} (content {}, style {}, tv {})";
    Object[] values = {
      iteration + 1,
      (float) losses.total(),
      (float) losses.content(),
      (float) losses.style(),
      (float) losses.tv()
    };
    if (due) {
      lastLine = now;
      LOG.info(line, values);
    } else {
      LOG.debug(line, values);
    }
  }
}
