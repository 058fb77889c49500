package io.github.styletransfer.transfer;

/**
 * Which iterations of a run leave a checkpoint: as many as asked for, evenly spread, the first
 * after iteration 0. When their number divides the iterations, these are its multiples of
 * iterations/count, as in the original program. A run that is prolonged goes on leaving them at the
 * same distance.
 *
 * @param iterations of the run before it is prolonged, more than 0
 * @param count checkpoints wanted, 0 or more; a run has at most one per iteration
 */
public record Checkpoints(int iterations, int count) {
  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Checkpoints {
    if (iterations < 1) {
      throw new IllegalArgumentException("iterations must be 1 or more, not " + iterations);
    }
    if (count < 0) {
      throw new IllegalArgumentException("checkpoints must be 0 or more, not " + count);
    }
  }

  /** Whether the 0-based iteration leaves a checkpoint after its update. */
  public boolean isDueAfter(int iteration) {
    return before(iteration + 1) > before(iteration);
  }

  /** How many checkpoints a run of so many iterations leaves. */
  public long within(int runIterations) {
    return before(runIterations);
  }

  /**
   * How many of the checkpoint iterations floor(j * iterations / count) are less than the given
   * one.
   */
  private long before(long iteration) {
    return -Math.floorDiv(-iteration * Math.min(count, iterations), (long) iterations);
  }
}
