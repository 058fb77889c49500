package io.github.styletransfer.run;

import io.github.styletransfer.job.TransferJob;

/**
 * How much memory a job may take.
 *
 * @param bytes all of the process included
 * @param ofProcess bytes that the process may take, whatever Java's heap may
 */
record MemoryLimit(long bytes, long ofProcess) {
  private static final double GIB = 1L << 30;

  /** What a heap needs beside what is counted, for the collector to work. */
  private static final double HEAP_SLACK = 1.2;

  /** The smaller of Java's heap, for a method that keeps all in it, and what the job may take. */
  static MemoryLimit of(TransferJob job, long heap) {
    return new MemoryLimit(
        job.method().inHeap() ? Math.min(heap, job.memory()) : job.memory(), job.memory());
  }

  /** What else there is to do, when so much is needed; empty if nothing is. */
  String remedy(long needed) {
    return needed > bytes && needed <= ofProcess
        ? ", or give Java more: java -Xmx%dg -jar style-transfer.jar"
            .formatted((long) Math.ceil(HEAP_SLACK * needed / GIB))
        : "";
  }

  /** What limits it, with a verb: {@code only 800 MB is available}. */
  String words(String amount) {
    return bytes < ofProcess ? "Java may use only " + amount : "only " + amount + " is available";
  }
}
