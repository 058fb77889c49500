package io.github.styletransfer.engine.onednn;

import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/**
 * Spreads blocks of work over Java's common pool. The arrays that each thread works on are
 * allocated once: a collector that runs rarely would let fresh ones pile up.
 */
final class Lanes {
  private final float[][] first;
  private final float[][] second;

  /**
   * Allocates the arrays.
   *
   * @param length of each thread's two arrays
   */
  Lanes(int length) {
    int lanes = ForkJoinPool.getCommonPoolParallelism() + 1;
    first = new float[lanes][length];
    second = new float[lanes][length];
  }

  /** One block's work. */
  @FunctionalInterface
  interface Work {
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
  void run(int count, Work work) {
    int lanes = first.length;
    IntStream.range(0, lanes)
        .parallel()
        .forEach(
            lane -> {
              for (int block = lane; block < count; block += lanes) {
                work.run(block, first[lane], second[lane]);
              }
            });
  }
}
