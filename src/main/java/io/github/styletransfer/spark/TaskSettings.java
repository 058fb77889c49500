package io.github.styletransfer.spark;

import java.io.Serializable;
import org.apache.spark.SparkConf;

/**
 * What tasks know of the cluster.
 *
 * @param coresOfExecutor 0 for all of its machine's
 * @param overheadBytes what an executor may take beside Java's heap
 * @param attempts how often a task is tried
 */
record TaskSettings(int coresOfExecutor, long overheadBytes, int attempts) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long LEAST_OVERHEAD_MIB = 384;
  private static final double SHARE_OF_OVERHEAD = 0.1;
  private static final int ATTEMPTS = 4;

  /** As Spark's own properties have it. */
  static TaskSettings of(SparkConf conf) {
    long memory = conf.getSizeAsMb("spark.executor.memory", "1g");
    double share = conf.getDouble("spark.executor.memoryOverheadFactor", SHARE_OF_OVERHEAD);
    long overhead = Math.max(LEAST_OVERHEAD_MIB, Math.round(share * memory));
    String master = conf.get("spark.master", "");
    return new TaskSettings(
        conf.getInt("spark.executor.cores", 0),
        conf.getSizeAsMb("spark.executor.memoryOverhead", overhead + "m") << 20,
        master.equals("local") || master.startsWith("local[")
            ? 1
            : conf.getInt("spark.task.maxFailures", ATTEMPTS));
  }

  /** How many tasks an executor does at a time, as far as is known. */
  private int tasksAtATime(int processorsHere, int cpusOfTask) {
    return Math.max(1, (coresOfExecutor > 0 ? coresOfExecutor : processorsHere) / cpusOfTask);
  }

  /**
   * The memory of a task; bytes.
   *
   * @param processorsHere those that the executor may use
   * @param heap the most that Java's heap may take
   */
  long memory(long heap, int processorsHere, int cpusOfTask) {
    return (heap + overheadBytes) / tasksAtATime(processorsHere, cpusOfTask);
  }
}
