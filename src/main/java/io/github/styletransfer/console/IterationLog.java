package io.github.styletransfer.console;

import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.ProgressEstimate;
import io.github.styletransfer.transfer.TransferListener;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the losses: of every iteration at debug level; at info level of the first, the last, and of
 * one every few seconds.
 */
final class IterationLog implements TransferListener {
  private static final Logger LOG = LoggerFactory.getLogger(IterationLog.class);
  private static final long INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();

  private final int last;
  private final LongSupplier nanoClock;
  private final ProgressEstimate estimate;
  private final boolean lines;
  private boolean begun;
  private long lastLine;

  /**
   * Watches a run.
   *
   * @param stages of the run
   * @param nanoClock a clock that counts nanoseconds
   * @param lines whether iterations are logged at info level at all
   */
  IterationLog(List<PlannedStage> stages, LongSupplier nanoClock, boolean lines) {
    this.lines = lines;
    this.last = stages.get(stages.size() - 1).end() - 1;
    this.nanoClock = nanoClock;
    this.estimate = new ProgressEstimate(stages);
  }

  @Override
  public void stageStarted(int first, int end, int width, int height) {
    estimate.restart();
    LOG.info("Iterations {} to {} at {} x {} pixels", first + 1, end, width, height);
  }

  @Override
  public void stopped(int iteration, String reason) {
    LOG.info("After iteration {}: {}", iteration + 1, reason);
  }

  @Override
  public void evaluated(int iteration, Losses losses) {
    long now = nanoClock.getAsLong();
    estimate.evaluated(iteration, now);
    boolean due = lines && (!begun || iteration == last || now - lastLine >= INTERVAL_NANOS);
    String line = "Iteration {} total loss: {}{}";
    begun = true;
    if (due) {
      lastLine = now;
      LOG.info(line, iteration + 1, losses, pace(iteration));
    } else {
      LOG.debug(line, iteration + 1, losses, pace(iteration));
    }
  }

  @Override
  public void wentBack(int iteration, double learningRate) {
    LOG.warn(
        "The loss became NaN or infinite: going back to iteration {}, with half the learning rate,"
            + " {}",
        iteration + 1,
        learningRate);
  }

  private String pace(int iteration) {
    return estimate.secondsPerIteration().isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            ", %.3g s per iteration, %s left",
            estimate.secondsPerIteration().getAsDouble(),
            ProgressEstimate.text(estimate.timeLeft(iteration)));
  }
}
