package io.github.styletransfer.batch;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.run.ResultSize;
import java.util.List;

/**
 * How many jobs are done at the same time, each with its share of threads and memory.
 *
 * @param count of the jobs at a time
 * @param jobs with their shares
 */
public record SideBySide(int count, List<TransferJob> jobs) {
  private static final long MOST_PIXELS_OF_SMALL = 300_000;

  /** What VGG-19 takes, which takes most. */
  private static final long BYTES_PER_PIXEL = 4000;

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

  /** One thread for each small picture, as far as memory allows; all threads for a large one. */
  private static int fastest(List<TransferJob> jobs) {
    int count = jobs.stream().mapToInt(TransferJob::threads).min().orElse(1);
    for (TransferJob job : jobs) {
      long pixels = ResultSize.of(job).map(ImageSize::pixels).orElse(0L);
      if (pixels > MOST_PIXELS_OF_SMALL) {
        return 1;
      }
      long memory =
          job.method().inHeap()
              ? Math.min(job.memory(), Runtime.getRuntime().maxMemory())
              : job.memory();
      long needed = job.method().fixedBytes() + BYTES_PER_PIXEL * pixels;
      count = (int) Math.max(1, Math.min(count, memory / needed));
    }
    return count;
  }
}
