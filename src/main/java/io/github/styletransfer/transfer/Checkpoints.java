package io.github.styletransfer.transfer;

/**
 * Which iterations of a run leave a checkpoint: as many as asked for, evenly spread, the first
 * after iteration 0. When their number divides the iterations, these are its multiples of
 * iterations/count, as in the original program. A run that is prolonged goes on leaving them at the
 * same distance.
 *
 * @param count checkpoints wanted before the run is prolonged, 0 or more; a run has at most one per
 *     iteration
 */
public record Checkpoints(int count) {
  /**
   * @throws IllegalArgumentException if the number is out of its range
   */
  public Checkpoints {
    if (count < 0) {
      throw new IllegalArgumentException("checkpoints must be 0 or more, not " + count);
    }
  }

  /** Whether the 0-based iteration of a run leaves a checkpoint after its update. */
  public boolean isDueAfter(int iteration, RunLength run) {
    return before(iteration + 1, run.planned()) > before(iteration, run.planned());
  }

  /** How many checkpoints a run leaves. */
  public long within(RunLength run) {
    return before(run.total(), run.planned());
  }

  /**
   * How many of the checkpoint iterations floor(j * iterations / count) are less than the given
   * one.
   */
  private long before(long iteration, int iterations) {
    return -Math.floorDiv(-iteration * Math.min(count, iterations), (long) iterations);
  }
}
