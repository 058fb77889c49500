package io.github.styletransfer.spark;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.styletransfer.batch.JobFault;
import io.github.styletransfer.cli.BatchLine;
import io.github.styletransfer.console.ProgressKind;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.run.GracefulStop;
import io.github.styletransfer.run.JobRun;
import io.github.styletransfer.run.JobSession;
import io.github.styletransfer.run.OutputCheck;
import io.github.styletransfer.run.RecordKeeping;
import io.github.styletransfer.run.Resume;
import io.github.styletransfer.run.RunChoices;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.util.TaskInterruptListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt to do a job. A job that can't be done is an answer like any other. Only what another
 * attempt may be spared is thrown, for Spark to try again elsewhere: file systems that fail, a full
 * disk, no memory left.
 */
final class JobAttempt {
  private static final Logger LOG = LoggerFactory.getLogger(JobAttempt.class);
  private static final double NANOS = 1e9;
  private static final Set<ExitCode> OF_THE_MACHINE = EnumSet.of(ExitCode.OUTPUT, ExitCode.NATIVES);
  private static final RunChoices CHOICES =
      new RunChoices(
          Duration.ZERO,
          Resume.NEVER,
          ProgressKind.NONE,
          OptionalInt.empty(),
          RecordKeeping.LEAN,
          false);

  private final ClusterJob job;
  private final TaskSettings settings;
  private final TaskContext task;
  private final ExecutorProcess process;
  private final PublishedFiles published;

  /**
   * Begins nothing yet.
   *
   * @param configuration what file systems there are
   */
  JobAttempt(
      ClusterJob job,
      TaskSettings settings,
      TaskContext task,
      ExecutorProcess process,
      Configuration configuration) {
    this.job = job;
    this.settings = settings;
    this.task = task;
    this.process = process;
    this.published = new PublishedFiles(configuration);
  }

  /**
   * Does the job.
   *
   * @throws TaskKilledException if Spark has ended the attempt
   * @throws IOException if another attempt may do better
   */
  JobRow row() throws IOException {
    long start = System.nanoTime();
    try (OpenInputs inputs = new OpenInputs()) {
      try {
        done(inputs, start);
        return JobRow.done(job, (System.nanoTime() - start) / NANOS, host(), task.attemptNumber());
      } catch (IOException | UserException | RuntimeException | Error e) {
        if (task.isInterrupted()) {
          throw new TaskKilledException("another attempt has done it, or it isn't wanted any more");
        }
        JobFault fault = fault(inputs, e);
        if (mayPass(fault, e) && task.attemptNumber() + 1 < settings.attempts()) {
          throw new IOException(fault.message(), e);
        }
        LOG.info("{} failed: {}", job.content(), fault.message(), e);
        return JobRow.failed(job, fault, host(), task.attemptNumber());
      }
    }
  }

  private static JobFault fault(OpenInputs inputs, Throwable thrown) {
    JobFault fault = BatchLine.fault(thrown);
    return new JobFault(fault.code(), inputs.named(fault.message()));
  }

  private static boolean mayPass(JobFault fault, Throwable thrown) {
    boolean memory = false;
    boolean files = false;
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      memory |= cause instanceof OutOfMemoryError;
      files |= cause instanceof IOException || cause instanceof UncheckedIOException;
    }
    return memory
        || OF_THE_MACHINE.contains(fault.code())
        || (files && fault.code() == ExitCode.FAILURE);
  }

  private void done(OpenInputs inputs, long start) throws IOException, UserException {
    org.apache.hadoop.fs.Path output = new org.apache.hadoop.fs.Path(job.output());
    Path folder = process.newFolder();
    try {
      if (!published.isThere(output)) {
        published.publish(painted(inputs, folder), output);
      }
      Path entry = folder.resolve("entry.json");
      Files.writeString(entry, entry((System.nanoTime() - start) / NANOS));
      published.publish(entry, new org.apache.hadoop.fs.Path(job.entry()));
    } finally {
      FileUtil.fullyDelete(folder.toFile());
    }
  }

  private Path painted(OpenInputs inputs, Path folder) throws IOException, UserException {
    TransferJob transfer = BatchLine.job(folder, arguments(inputs, folder));
    GracefulStop stop = new GracefulStop(code -> {});
    TaskInterruptListener stopping = (context, reason) -> stop.accept(ExitCode.TERMINATED.code());
    task.addTaskInterruptListener(stopping);
    new OutputCheck(transfer.files(), folder).prepareFolders();
    JobSession session = process.borrow();
    boolean reusable = false;
    try {
      new JobRun(
              transfer,
              CHOICES,
              new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
              () -> false)
          .run(session, stop);
      reusable = !task.isInterrupted();
    } catch (IOException | UserException e) {
      reusable = !task.isInterrupted();
      throw e;
    } finally {
      if (reusable) {
        process.giveBack(session);
      } else {
        session.close();
      }
    }
    task.killTaskIfInterrupted();
    return transfer.files().result();
  }

  private List<String> arguments(OpenInputs inputs, Path folder) throws IOException, UserException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--threads=" + task.cpus(),
                "--memory="
                    + settings.memory(
                        Runtime.getRuntime().maxMemory(),
                        Runtime.getRuntime().availableProcessors(),
                        task.cpus())));
    arguments.addAll(inputs.arguments(job.arguments(), process.copies()));
    String name = new org.apache.hadoop.fs.Path(job.output()).getName();
    arguments.add("--checkpoints=0");
    arguments.add("--output=" + folder.resolve("results").resolve(name));
    arguments.add("--log-dir=" + folder.resolve("logs"));
    return arguments;
  }

  private String entry(double seconds) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("output", job.output());
    json.put("key", job.key());
    json.put("seconds", Math.round(seconds * 1000) / 1000.0);
    json.put("content", job.content());
    json.put("style", job.style());
    json.put("host", host());
    json.put("attempt", task.attemptNumber());
    return JSON.std.asString(json) + "\n";
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "";
    }
  }
}
