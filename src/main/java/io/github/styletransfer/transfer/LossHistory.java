package io.github.styletransfer.transfer;

import io.github.styletransfer.loss.Losses;
import java.util.ArrayList;
import java.util.List;

/** The losses of a run so far, in the order of its iterations. */
public final class LossHistory implements TransferListener {
  private final List<LossEntry> entries;

  /**
   * Goes on from the losses of an earlier part of the run.
   *
   * @param earlier in the order of their iterations; empty for a run from the start
   */
  public LossHistory(List<LossEntry> earlier) {
    entries = new ArrayList<>(earlier);
  }

  /** All entries so far; iterations that the run skipped have none. */
  public List<LossEntry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public void evaluated(int iteration, Losses losses) {
    entries.add(new LossEntry(iteration, losses));
  }

  @Override
  public void wentBack(int iteration, double learningRate) {
    entries.removeIf(entry -> entry.iteration() >= iteration);
  }
}
