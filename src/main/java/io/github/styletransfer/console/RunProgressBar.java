package io.github.styletransfer.console;

import io.github.styletransfer.console.BarLine.Part;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.ProgressEstimate;
import io.github.styletransfer.transfer.TransferListener;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A bar on a terminal: iteration, seconds per iteration, total loss, time gone and time left. */
final class RunProgressBar implements TransferListener {
  private static final int USUAL_PACE = "0.0123 s/it".length();
  private static final int USUAL_LOSS = "loss 1.2346e+06".length();

  private final BarDisplay display;
  private final int iterations;
  private final AwakeClock clock;
  private final long start;
  private final ProgressEstimate estimate;
  private int stageEnd;
  private volatile Progress progress = Progress.NONE;
  private @Nullable Runnable end;

  /**
   * How far the run has come.
   *
   * @param done iterations
   * @param time when it got there
   * @param left from then on
   */
  private record Progress(
      int done,
      long time,
      OptionalDouble loss,
      OptionalDouble secondsPerIteration,
      Optional<Duration> left) {
    static final Progress NONE =
        new Progress(0, 0, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());

    Progress at(int iterations) {
      return new Progress(iterations, time, loss, secondsPerIteration, Optional.empty());
    }
  }

  /** Draws nothing yet. */
  RunProgressBar(BarDisplay display, List<PlannedStage> stages, LongSupplier nanoClock) {
    this.display = display;
    this.iterations = stages.get(stages.size() - 1).end();
    this.clock = new AwakeClock(nanoClock);
    this.start = clock.getAsLong();
    this.estimate = new ProgressEstimate(stages);
  }

  @Override
  public void stageStarted(int first, int stageEnds, int width, int height) {
    estimate.restart();
    stageEnd = stageEnds;
    progress = progress.at(first);
    if (end == null) {
      end = display.show(this::line);
    }
  }

  @Override
  public void evaluated(int iteration, Losses losses) {
    long now = clock.getAsLong();
    estimate.evaluated(iteration, now);
    OptionalDouble seconds = estimate.secondsPerIteration();
    progress =
        new Progress(
            iteration + 1,
            now,
            OptionalDouble.of(losses.total()),
            seconds,
            seconds.isPresent() ? Optional.of(estimate.timeLeft(iteration)) : Optional.empty());
  }

  @Override
  public void stopped(int iteration, String reason) {
    progress = progress.at(stageEnd);
  }

  @Override
  public void wentBack(int iteration, double learningRate) {
    progress = progress.at(iteration);
  }

  /** Leaves the bar as it stands. */
  void close() {
    if (end != null) {
      progress = progress.at(progress.done());
      end.run();
      end = null;
    }
  }

  /** What to show now. */
  BarLine line() {
    Progress now = progress;
    long time = clock.getAsLong();
    BarTimes times =
        BarTimes.of(
            Duration.ofNanos(time - start),
            now.left().map(left -> left.minusNanos(time - now.time())));
    String count = now.done() + "/" + iterations;
    return new BarLine(
        "Painting",
        OptionalDouble.of((double) now.done() / iterations),
        Part.right(count, 2 * Integer.toString(iterations).length() + 1),
        List.of(
            Part.right(text("%.3g s/it", now.secondsPerIteration()), USUAL_PACE),
            new Part(text("loss %.5g", now.loss()), USUAL_LOSS)),
        times.both(),
        times.one());
  }

  private static String text(String format, OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "";
  }
}
