package io.github.styletransfer.batch;

import io.github.styletransfer.batch.JobOutcome.State;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.storage.FileFaults;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said of a batch at its beginning and at its end.
 *
 * @param outcomes of all jobs, in the order of their numbers
 * @param settings of the batch
 */
public record BatchSummary(List<JobOutcome> outcomes, BatchSettings settings) {
  private static final Logger LOG = LoggerFactory.getLogger(BatchSummary.class);

  /** Copies the list. */
  public BatchSummary {
    outcomes = List.copyOf(outcomes);
  }

  /** Says what is to be done. */
  public static void begin(BatchRun.Plan plan, int sideBySide) {
    LOG.info(
        "{}{}",
        beginning(plan.waiting().size(), plan.outcomes().size()),
        sideBySide > 1 ? ", " + sideBySide + " at a time" : "");
  }

  /** What is to be done, in words. */
  public static String beginning(int waiting, int before) {
    return pictures(waiting) + " to paint" + (before > 0 ? ", " + before + " done before" : "");
  }

  /** What has been done, and what hasn't, in words. */
  public static String end(long done, int all, long failed, long left) {
    return done
        + " of "
        + pictures(all)
        + " done"
        + (failed == 0 ? "" : ", " + failed + " failed")
        + (left == 0 ? "" : ", " + left + " left: run the same command again to go on");
  }

  private static String pictures(int count) {
    return count == 1 ? "1 picture" : count + " pictures";
  }

  /** Says what has been done, and what hasn't. */
  public void write() {
    List<JobOutcome> failed =
        outcomes.stream().filter(outcome -> outcome.state() == State.FAILED).toList();
    long left = outcomes.stream().filter(outcome -> outcome.state() == State.LEFT).count();
    long done = outcomes.stream().filter(JobOutcome::isDone).count();
    LOG.info("{}", end(done, outcomes.size(), failed.size(), left));
    for (JobOutcome outcome : failed) {
      LOG.warn(
          "Not done: {}: {}",
          outcome.job().files().result(),
          outcome.fault().map(JobFault::message).orElse(""));
    }
    try {
      new BatchReport(outcomes, settings.report()).write();
      LOG.info("The report is {}", settings.report());
    } catch (IOException e) {
      LOG.warn("{} can't be written: {}", settings.report(), FileFaults.inWords(e));
    }
  }

  /** Whether a job isn't done. */
  public boolean isIncomplete() {
    return !outcomes.stream().allMatch(JobOutcome::isDone);
  }

  /** What the process ends with, unless it was stopped. */
  public ExitCode exitCode() {
    return isIncomplete() ? ExitCode.INCOMPLETE : ExitCode.SUCCESS;
  }
}
