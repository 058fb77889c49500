package io.github.styletransfer.console;

import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.TransferListener;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Shows how far a batch of jobs has come. Safe for use by threads. */
public interface BatchProgress extends AutoCloseable {
  /**
   * A job begins.
   *
   * @param name of the job, for people
   * @param weight its part of the work
   * @param stages of its run
   * @return follows the job's run
   */
  TransferListener begin(String name, double weight, List<PlannedStage> stages);

  /** A job has ended, in whatever way. */
  void end(String name, double weight);

  /** Whether it is a bar, which log lines would only disturb. */
  boolean isBar();

  @Override
  void close();

  /**
   * Makes what is asked for.
   *
   * @param jobs how many there are to do
   * @param weight of all of them
   * @param err where a bar is drawn
   * @param watched whether a person watches {@code err}
   */
  static BatchProgress of(
      ProgressKind kind, int jobs, double weight, PrintWriter err, BooleanSupplier watched) {
    boolean bar = kind == ProgressKind.BAR || (kind == ProgressKind.AUTO && watched.getAsBoolean());
    return bar
        ? new BatchProgressBar(BarDisplay.ofProcess(err), jobs, weight, System::nanoTime)
        : new BatchCounter(jobs, weight, System::nanoTime);
  }
}
