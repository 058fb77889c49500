package io.github.styletransfer.batch;

import io.github.styletransfer.job.TransferJob;
import java.util.Optional;

/**
 * What has become of a job.
 *
 * @param number of the job, from 1
 * @param state whether it is done
 * @param seconds that it took; 0 if it isn't done
 * @param fault why it failed
 */
public record JobOutcome(
    int number, TransferJob job, State state, double seconds, Optional<JobFault> fault) {
  /** Whether a job is done. */
  public enum State {
    /** It is. */
    DONE,
    /** It was before this batch began. */
    DONE_BEFORE,
    /** It isn't, for a reason. */
    FAILED,
    /** It isn't: the batch ended before. */
    LEFT
  }

  /** Whether its result is there. */
  public boolean isDone() {
    return state == State.DONE || state == State.DONE_BEFORE;
  }
}
