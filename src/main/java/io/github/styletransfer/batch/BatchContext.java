package io.github.styletransfer.batch;

import io.github.styletransfer.batch.BatchRun.WaitingJob;
import io.github.styletransfer.batch.JobOutcome.State;
import io.github.styletransfer.console.BatchProgress;
import io.github.styletransfer.record.InputDigests;
import io.github.styletransfer.run.GracefulStop;
import io.github.styletransfer.run.JobSession;
import io.github.styletransfer.run.SharedImages;
import io.github.styletransfer.storage.FileFaults;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the workers of a batch share: the jobs that wait, what is kept for all, the outcomes. */
final class BatchContext implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BatchContext.class);

  private final BatchSettings settings;
  private final Function<Throwable, JobFault> faults;
  private final Ledger ledger;
  private final BatchProgress progress;
  private final GracefulStop stop;
  private final Deque<WaitingJob> queue;
  private final int all;
  private final SharedImages images = new SharedImages();
  private final InputDigests digests = new InputDigests();
  private final List<JobOutcome> outcomes = new ArrayList<>();
  private boolean ended;

  BatchContext(
      BatchSettings settings,
      Function<Throwable, JobFault> faults,
      Ledger ledger,
      BatchProgress progress,
      GracefulStop stop,
      Deque<WaitingJob> queue) {
    this.settings = settings;
    this.faults = faults;
    this.ledger = ledger;
    this.progress = progress;
    this.stop = stop;
    this.queue = queue;
    this.all = queue.size();
  }

  BatchSettings settings() {
    return settings;
  }

  BatchProgress progress() {
    return progress;
  }

  GracefulStop stop() {
    return stop;
  }

  /** A session for a worker's jobs. */
  JobSession session() {
    return JobSession.forManyJobs(settings.convolutionTimes(), images, digests);
  }

  /**
   * The next job, whose successor's photo is read ahead; null if there is none, or no more are
   * done.
   */
  synchronized @Nullable WaitingJob next() {
    if (ended || stop.isAsked()) {
      return null;
    }
    WaitingJob job = queue.poll();
    WaitingJob successor = queue.peek();
    if (successor != null) {
      images.readAhead(successor.job().content(), successor.job().maxPixels());
    }
    return job;
  }

  /** A job's result has been written. */
  synchronized void done(WaitingJob job, double seconds) {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("content", job.job().content().recorded().toString());
    more.put("style", job.job().paintings().stream().map(some -> some.recorded()).toList());
    try {
      ledger.add(job.job().files().result(), new Ledger.Entry(job.key(), seconds), more);
    } catch (IOException e) {
      LOG.warn(
          "{} can't be written ({}): the next batch will do {} again",
          settings.ledger(),
          FileFaults.inWords(e),
          job.job().files().result());
    }
    end(job, new JobOutcome(job.number(), job.job(), State.DONE, seconds, Optional.empty()));
    if (!progress.isBar()) {
      LOG.info(
          "{}/{} {} ({} s)",
          outcomes.size(),
          all,
          job.job().files().result(),
          String.format(Locale.ROOT, "%.1f", seconds));
    }
  }

  /** A job couldn't be done. */
  synchronized void failed(WaitingJob job, Throwable thrown) {
    JobFault fault = faults.apply(thrown);
    LOG.debug("{} failed", job.job().content(), thrown);
    end(job, new JobOutcome(job.number(), job.job(), State.FAILED, 0, Optional.of(fault)));
    LOG.info("{} failed: {}", job.job().files().result(), fault.message());
    ended |= settings.failFast() || fault.concernsAll();
  }

  /** A job was stopped; what there is of it is saved. */
  synchronized void stopped(WaitingJob job) {
    progress.end(job.title(), 0);
    ended = true;
  }

  private void end(WaitingJob job, JobOutcome outcome) {
    progress.end(job.title(), job.weight());
    outcomes.add(outcome);
  }

  /** Of the jobs that were begun and not stopped. */
  synchronized List<JobOutcome> outcomes() {
    return List.copyOf(outcomes);
  }

  @Override
  public void close() {
    images.close();
  }
}
