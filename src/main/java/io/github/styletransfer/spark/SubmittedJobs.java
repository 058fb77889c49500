package io.github.styletransfer.spark;

import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.spark.JobRow.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Function2;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/** Jobs that Spark does as tasks, one each; their rows come as they end. */
final class SubmittedJobs {
  private static final Logger LOG = LoggerFactory.getLogger(SubmittedJobs.class);
  private static final String GROUP = "style-transfer";

  private final JavaSparkContext spark;
  private final boolean failFast;
  private final Map<ClusterJob, JobRow> rows = new LinkedHashMap<>();
  private boolean ended;

  /**
   * Submits nothing yet.
   *
   * @param failFast whether the first job that fails ends the others
   */
  SubmittedJobs(JavaSparkContext spark, boolean failFast) {
    this.spark = spark;
    this.failFast = failFast;
  }

  /** Does jobs, and returns the rows of those that came to an end. */
  Map<ClusterJob, JobRow> rows(List<ClusterJob> jobs) {
    spark.setJobGroup(GROUP, jobs.size() + " pictures", true);
    JobTask task =
        new JobTask(
            TaskSettings.of(spark.getConf()),
            new SerializableConfiguration(spark.hadoopConfiguration()));
    Function2<Object, JobRow, BoxedUnit> handler =
        (index, row) -> {
          ended(jobs.get((Integer) index), row, jobs.size());
          return BoxedUnit.UNIT;
        };
    try {
      spark
          .sc()
          .runJob(
              spark.parallelize(jobs, jobs.size()).rdd(),
              task,
              handler,
              ClassTag$.MODULE$.<JobRow>apply(JobRow.class));
    } catch (Exception e) {
      // Scala doesn't declare what Spark throws.
      if (!(e instanceof SparkException)) {
        throw e;
      }
      synchronized (this) {
        if (!ended) {
          LOG.warn("Spark gave up: {}", e.getMessage());
        }
      }
    }
    synchronized (this) {
      return new LinkedHashMap<>(rows);
    }
  }

  private synchronized void ended(ClusterJob job, JobRow row, int all) {
    rows.put(job, row);
    if (row.status() == Status.FAILED) {
      LOG.info("{}/{} {} failed: {}", rows.size(), all, row.output(), row.message());
      if (!ended && (failFast || row.code() == ExitCode.NETWORK.code())) {
        ended = true;
        spark.cancelJobGroup(GROUP);
      }
    } else {
      LOG.info(
          "{}/{} {} ({} s)",
          rows.size(),
          all,
          row.output(),
          String.format(Locale.ROOT, "%.1f", row.seconds()));
    }
  }
}
