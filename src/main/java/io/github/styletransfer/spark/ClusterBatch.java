package io.github.styletransfer.spark;

import io.github.styletransfer.batch.BatchSummary;
import io.github.styletransfer.cli.BatchLine;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.spark.JobRow.Status;
import io.github.styletransfer.storage.FileFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.api.java.JavaSparkContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A batch on a cluster, as the driver sees it: what is left to do, the tasks, what came of them.
 */
final class ClusterBatch {
  private static final Logger LOG = LoggerFactory.getLogger(ClusterBatch.class);
  private static final long MOST_BYTES_OF_COPIES = Long.MAX_VALUE;
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final BatchLine line;
  private final JavaSparkContext spark;
  private final Path folder;
  private final HadoopFiles files;
  private final ClusterLedger ledger;
  private final PublishedFiles published;

  /**
   * Does nothing yet.
   *
   * @param folder an empty one on this machine
   */
  ClusterBatch(BatchLine line, JavaSparkContext spark, Path folder) throws IOException {
    this.line = line;
    this.spark = spark;
    this.folder = folder;
    this.files =
        new HadoopFiles(
            spark.hadoopConfiguration(),
            new LocalCopies(
                Files.createDirectory(folder.resolve("inputs")),
                MOST_BYTES_OF_COPIES,
                spark.hadoopConfiguration()));
    this.ledger = new ClusterLedger(files.resolve("", line.output()), spark.hadoopConfiguration());
    this.published = new PublishedFiles(spark.hadoopConfiguration());
  }

  /**
   * Does what is left to do.
   *
   * @return the exit code
   * @throws IOException if a painting can't be used, or a file system can't be reached
   * @throws UserException if the batch can't be done
   */
  ExitCode run() throws IOException, UserException {
    requireOptionsOfClusters();
    List<ClusterJob> jobs =
        new JobPlan(line, files, ledger, folder, file -> spark.addFile(file)).jobs();
    requireWritable();
    Map<ClusterJob, JobRow> rows = new LinkedHashMap<>();
    List<ClusterJob> waiting = new ArrayList<>();
    for (ClusterJob job : jobs) {
      boolean before = !line.again() && ledger.isDone(job);
      rows.put(job, JobRow.without(job, before ? Status.DONE_BEFORE : Status.LEFT));
      if (!before) {
        waiting.add(job);
      }
    }
    Set<org.apache.hadoop.fs.Path> folders = folders(jobs);
    prepare(waiting, folders);
    LOG.info("{}", BatchSummary.beginning(waiting.size(), jobs.size() - waiting.size()));
    if (!waiting.isEmpty()) {
      rows.putAll(new SubmittedJobs(spark, line.failFast()).rows(waiting));
    }
    deleteLeftovers(folders);
    return end(List.copyOf(rows.values()));
  }

  private void requireOptionsOfClusters() throws UserException {
    for (String option : List.of("--jobs", "--log-dir")) {
      if (line.has(option)) {
        throw new UserException(
            ExitCode.USAGE,
            option
                + (option.equals("--jobs")
                    ? " doesn't go with a cluster: set spark.executor.cores and spark.task.cpus."
                    : " doesn't go with a cluster: its records are beside the results."));
      }
    }
  }

  private void requireWritable() throws UserException {
    org.apache.hadoop.fs.Path probe =
        new org.apache.hadoop.fs.Path(ledger.entries(), "." + UUID.randomUUID() + ".tmp");
    try {
      FileSystem target = probe.getFileSystem(files.configuration());
      target.mkdirs(probe.getParent());
      target.create(probe, false).close();
      target.delete(probe, false);
    } catch (IOException e) {
      throw new UserException(
          ExitCode.OUTPUT,
          "The folder %s can't be written to (%s): choose another with --output."
              .formatted(line.output(), FileFaults.inWords(e)),
          e);
    }
  }

  private Set<org.apache.hadoop.fs.Path> folders(List<ClusterJob> jobs) {
    Set<org.apache.hadoop.fs.Path> folders = new LinkedHashSet<>(List.of(ledger.entries()));
    jobs.forEach(job -> folders.add(new org.apache.hadoop.fs.Path(job.output()).getParent()));
    return folders;
  }

  /** What attempts write they don't replace. */
  private void prepare(List<ClusterJob> waiting, Set<org.apache.hadoop.fs.Path> folders)
      throws IOException, UserException {
    for (ClusterJob job : waiting) {
      if (!job.replaces() && ledger.hasResult(job)) {
        throw new UserException(
            ExitCode.OUTPUT,
            job.output() + " already exists: choose another --output, or pass --overwrite.");
      }
    }
    deleteLeftovers(folders);
    for (ClusterJob job : waiting) {
      ledger.forget(job);
    }
  }

  private void deleteLeftovers(Set<org.apache.hadoop.fs.Path> folders) throws IOException {
    for (org.apache.hadoop.fs.Path some : folders) {
      if (some.getFileSystem(files.configuration()).exists(some)) {
        published.deleteLeftovers(some);
      }
    }
  }

  private ExitCode end(List<JobRow> rows) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (JobRow row : rows) {
      lines.append(row.json()).append('\n');
    }
    Path local = Files.writeString(folder.resolve("results.jsonl"), lines);
    org.apache.hadoop.fs.Path records =
        new org.apache.hadoop.fs.Path(
            ledger.folder(), "results-" + TIMESTAMP.format(Instant.now()) + ".jsonl");
    published.publish(local, records);
    List<JobRow> failed = rows.stream().filter(row -> row.status() == Status.FAILED).toList();
    long left = rows.stream().filter(row -> row.status() == Status.LEFT).count();
    List<String> done = rows.stream().filter(JobRow::isDone).map(JobRow::output).toList();
    LOG.info("{}", BatchSummary.end(done.size(), rows.size(), failed.size(), left));
    failed.forEach(row -> LOG.warn("Not done: {}: {}", row.output(), row.message()));
    LOG.info("What has become of each is in {}", records);
    line.print(done);
    return done.size() == rows.size() ? ExitCode.SUCCESS : ExitCode.INCOMPLETE;
  }
}
