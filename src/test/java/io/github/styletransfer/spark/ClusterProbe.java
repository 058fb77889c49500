package io.github.styletransfer.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * A program for a cluster whose tasks meet with what happens on clusters; see the cluster's test.
 */
public final class ClusterProbe {
  private static final int TASKS = 4;
  private static final int KILLED = 137;

  private ClusterProbe() {}

  /** Prints a line for each task of two jobs. */
  public static void main(String[] arguments) {
    Path results = Path.of(arguments[0]);
    String folder = results.toUri().toString();
    try (JavaSparkContext spark = new JavaSparkContext(new SparkConf())) {
      List<Integer> tasks = IntStream.range(0, TASKS).boxed().toList();
      spark
          .parallelize(tasks, TASKS)
          .map(
              task -> {
                Thread.sleep(300);
                return "process " + ProcessHandle.current().pid();
              })
          .collect()
          .forEach(System.out::println);
      spark
          .parallelize(tasks, TASKS)
          .map(task -> written(task, folder))
          .collect()
          .forEach(System.out::println);
    }
  }

  /** The process of one task is killed when that has written its file. */
  private static String written(int task, String folder) throws IOException {
    int attempt = TaskContext.get().attemptNumber();
    Path local = Files.writeString(Files.createTempFile("result", ""), "by attempt " + attempt);
    boolean first =
        new PublishedFiles(new Configuration())
            .publish(local, new org.apache.hadoop.fs.Path(folder, task + ".txt"));
    if (task == TASKS - 1 && attempt == 0) {
      Runtime.getRuntime().halt(KILLED);
    }
    return "result " + task + " by attempt " + attempt + (first ? ", first" : ", second");
  }
}
