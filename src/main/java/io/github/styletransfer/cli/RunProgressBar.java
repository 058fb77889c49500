package io.github.styletransfer.cli;

import io.github.styletransfer.engine.Losses;
import io.github.styletransfer.transfer.Pace;
import io.github.styletransfer.transfer.Stages.Stage;
import io.github.styletransfer.transfer.TransferListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar on a terminal: iteration, seconds per iteration, time left, total loss. */
final class RunProgressBar implements TransferListener {
  private static final int UPDATE_MILLIS = 250;

  private final BarTerminal terminal;
  private final int iterations;
  private final boolean colour;
  private final LongSupplier nanoClock;
  private final Pace pace;
  private volatile Optional<Duration> left = Optional.empty();
  private @Nullable ProgressBar bar;

  /**
   * Draws nothing yet.
   *
   * @param err the terminal
   * @param colour whether the bar may have one
   */
  RunProgressBar(PrintWriter err, List<Stage> stages, boolean colour, LongSupplier nanoClock) {
    this.terminal = new BarTerminal(err);
    this.iterations = stages.get(stages.size() - 1).end();
    this.colour = colour;
    this.nanoClock = nanoClock;
    this.pace = new Pace(stages);
  }

  @Override
  public void stageStarted(int first, int end, int width, int height) {
    pace.restart();
    left = Optional.empty();
    if (bar == null) {
      terminal.takeLog();
      bar =
          new ProgressBarBuilder()
              .setTaskName("Painting")
              .setInitialMax(iterations)
              .startsFrom(first, Duration.ZERO)
              .setStyle(colour ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK : ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(UPDATE_MILLIS)
              .setEtaFunction(state -> left)
              .setConsumer(new DelegatingProgressBarConsumer(terminal::draw))
              .build();
    }
  }

  @Override
  public void evaluated(int iteration, Losses losses) {
    pace.evaluated(iteration, nanoClock.getAsLong());
    if (bar != null) {
      if (pace.secondsPerIteration().isPresent()) {
        left = Optional.of(pace.timeLeft(iteration));
      }
      bar.setExtraMessage(
          String.format(
              Locale.ROOT,
              " %s loss %.5g",
              pace.secondsPerIteration().isPresent()
                  ? String.format(
                      Locale.ROOT, "%.3g s/it", pace.secondsPerIteration().getAsDouble())
                  : "",
              losses.total()));
      bar.stepTo(iteration + 1L);
    }
  }

  @Override
  public void wentBack(int iteration, double learningRate) {
    if (bar != null) {
      bar.stepTo(iteration);
    }
  }

  /** Leaves the bar as it stands. */
  void close() {
    if (bar != null) {
      bar.close();
      bar = null;
      terminal.giveLogBack();
    }
  }
}
