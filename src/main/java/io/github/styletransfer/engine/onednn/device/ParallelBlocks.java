package io.github.styletransfer.engine.onednn.device;

import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/**
 * Spreads blocks of work over Java's common pool. The arrays that each thread works on are
 * allocated once: a collector that runs rarely would let fresh ones pile up.
 */
public final class ParallelBlocks {
  private final float[][] first;
  private final float[][] second;

  /**
   * Allocates the arrays.
   *
   * @param length of each thread's two arrays
   */
  public ParallelBlocks(int length) {
    int threads = ForkJoinPool.getCommonPoolParallelism() + 1;
    first = new float[threads][length];
    second = new float[threads][length];
  }

  /** One block's work. */
  @FunctionalInterface
  public interface Work {
    /**
     * Does it.
     *
     * @param block which one
     * @param first an array of the thread's own
     * @param second another
     */
    void run(int block, float[] first, float[] second);
  }

  /** Does the work of blocks 0 to count - 1, in no particular order. */
  public void run(int count, Work work) {
    int threads = first.length;
    IntStream.range(0, threads)
        .parallel()
        .forEach(
            thread -> {
              for (int block = thread; block < count; block += threads) {
                work.run(block, first[thread], second[thread]);
              }
            });
  }
}
