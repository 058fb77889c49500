package io.github.styletransfer.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.util.SerializableConfiguration;
import scala.Function2;
import scala.collection.Iterator;

/**
 * A task: does the one job that it gets.
 *
 * @param settings of the cluster
 * @param configuration what file systems there are
 */
record JobTask(TaskSettings settings, SerializableConfiguration configuration)
    implements Function2<TaskContext, Iterator<ClusterJob>, JobRow>, Serializable {
  private static final long serialVersionUID = 1L;

  @Override
  public JobRow apply(TaskContext task, Iterator<ClusterJob> jobs) {
    Configuration fileSystems = configuration.value();
    try {
      return new JobAttempt(
              jobs.next(), settings, task, ExecutorProcess.get(fileSystems), fileSystems)
          .row();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
