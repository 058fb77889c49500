package io.github.styletransfer.console;

import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.TransferListener;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a run's progress.
 *
 * @param listeners follow the run
 * @param bar whether it is a bar, which log lines would only disturb
 * @param end ends the display; may be run twice
 */
public record RunProgress(List<TransferListener> listeners, boolean bar, Runnable end)
    implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunProgress.class);

  /**
   * Makes what is asked for.
   *
   * @param stages the run's sizes
   * @param err where a bar is drawn
   * @param terminal whether {@code err} is a terminal
   */
  public static RunProgress of(
      ProgressKind kind, List<PlannedStage> stages, PrintWriter err, BooleanSupplier terminal) {
    boolean bar =
        kind == ProgressKind.BAR
            || (kind == ProgressKind.AUTO && LOG.isInfoEnabled() && terminal.getAsBoolean());
    boolean lines = !bar && kind != ProgressKind.NONE;
    IterationLog log = new IterationLog(stages, System::nanoTime, lines);
    if (!bar) {
      return new RunProgress(List.of(log), false, () -> {});
    }
    RunProgressBar drawn = new RunProgressBar(BarDisplay.ofProcess(err), stages, System::nanoTime);
    return new RunProgress(List.of(log, drawn), true, drawn::close);
  }

  @Override
  public void close() {
    end.run();
  }
}
