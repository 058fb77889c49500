package io.github.styletransfer.batch;

import io.github.styletransfer.batch.BatchRun.WaitingJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.record.RunManifest.Status;
import io.github.styletransfer.run.ComputedJob;
import io.github.styletransfer.run.JobRun;
import io.github.styletransfer.run.JobSession;
import io.github.styletransfer.run.OutputCheck;
import io.github.styletransfer.run.RunLock;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one job after another in a session of its own. A job's files are written on a second thread,
 * beside the next job's iterations.
 */
final class BatchWorker implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(BatchWorker.class);
  private static final double NANOS = 1e9;

  private final BatchContext context;

  BatchWorker(BatchContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    ExecutorService writing = Executors.newSingleThreadExecutor();
    @Nullable Future<?> written = null;
    try (JobSession session = context.session()) {
      for (WaitingJob job = context.next(); job != null; job = context.next()) {
        @Nullable Runnable finish = computed(job, session);
        if (written != null) {
          Futures.join(written);
        }
        written = finish == null ? null : writing.submit(finish);
      }
      if (written != null) {
        Futures.join(written);
      }
    } finally {
      writing.shutdown();
    }
  }

  /** Computes a job; what is returned writes its files. */
  private @Nullable Runnable computed(WaitingJob job, JobSession session) {
    long start = System.nanoTime();
    @Nullable RunLock lock = null;
    try {
      new OutputCheck(job.job().files(), Path.of("")).prepareFolders();
      lock = RunLock.of(job.job().files());
      RunLock held = lock;
      ComputedJob computed =
          new JobRun(
                  job.job(),
                  context.settings().choices(),
                  new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                  () -> false)
              .compute(
                  session,
                  context.stop(),
                  stages -> context.progress().begin(job.title(), job.weight(), stages));
      return () -> finish(job, computed, held, start);
    } catch (IOException | UserException | RuntimeException | Error e) {
      if (lock != null) {
        lock.close();
      }
      context.failed(job, e);
      return null;
    }
  }

  private static void thumbnail(WaitingJob job, ComputedJob computed) {
    if (computed.image().isPresent()) {
      try {
        Thumbnail.write(job.job(), computed.photo(), computed.image().get());
      } catch (IOException e) {
        LOG.debug("No thumbnail", e);
      }
    }
  }

  private void finish(WaitingJob job, ComputedJob computed, RunLock lock, long start) {
    try (lock) {
      if (computed.finish() == Status.FINISHED) {
        thumbnail(job, computed);
        context.done(job, (System.nanoTime() - start) / NANOS);
      } else {
        context.stopped(job);
      }
    } catch (UserException | RuntimeException | Error e) {
      context.failed(job, e);
    }
  }
}
