package io.github.styletransfer.batch;

import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.run.ResultSize;
import java.util.List;
import java.util.Optional;

/**
 * How many jobs are done at the same time, each with its share of threads and memory.
 *
 * @param count of the jobs at a time
 * @param jobs with their shares
 */
public record SideBySide(int count, List<TransferJob> jobs) {
  private static final long MOST_PIXELS_OF_SMALL = 300_000;

  /** Copies the list. */
  public SideBySide {
    jobs = List.copyOf(jobs);
  }

  /**
   * Shares out what there is.
   *
   * @param wanted how many at a time; 0 for as many as is fastest
   */
  public static SideBySide of(List<TransferJob> jobs, int wanted) {
    int count = Math.max(1, Math.min(jobs.size(), wanted == 0 ? fastest(jobs) : wanted));
    return new SideBySide(count, jobs.stream().map(job -> job.sharing(count)).toList());
  }

  /** One thread for each small picture; the threads together for each large one. */
  private static int fastest(List<TransferJob> jobs) {
    boolean small =
        jobs.stream()
            .map(ResultSize::of)
            .flatMap(Optional::stream)
            .allMatch(size -> size.pixels() <= MOST_PIXELS_OF_SMALL);
    return small ? jobs.stream().mapToInt(TransferJob::threads).min().orElse(1) : 1;
  }
}
