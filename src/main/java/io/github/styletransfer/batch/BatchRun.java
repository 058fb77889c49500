package io.github.styletransfer.batch;

import io.github.styletransfer.batch.JobOutcome.State;
import io.github.styletransfer.console.BatchProgress;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.job.OutputFiles;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.run.GracefulStop;
import io.github.styletransfer.run.ResultSize;
import io.github.styletransfer.storage.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Does the jobs of a batch that aren't done, several at a time if that is wanted. A job that fails
 * doesn't stop the others, unless they would fail for the same reason.
 */
public final class BatchRun {
  private final List<TransferJob> jobs;
  private final BatchSettings settings;
  private final Function<Throwable, JobFault> faults;

  /**
   * Does nothing yet.
   *
   * @param jobs in the order of their numbers
   * @param faults says why a job failed
   */
  public BatchRun(
      List<TransferJob> jobs, BatchSettings settings, Function<Throwable, JobFault> faults) {
    this.jobs = List.copyOf(jobs);
    this.settings = settings;
    this.faults = faults;
  }

  /**
   * What is to be done of the batch.
   *
   * @param outcomes of jobs that are done already, or can't be done
   * @param waiting the others, those of one size one after another
   * @param pixels of all that wait
   */
  public record Plan(Map<Integer, JobOutcome> outcomes, List<WaitingJob> waiting, double pixels) {}

  /**
   * A job to be done.
   *
   * @param number from 1
   * @param size of the result; empty if the photo can't be used
   */
  record WaitingJob(int number, TransferJob job, String key, Optional<ImageSize> size) {
    double weight() {
      return size.map(ImageSize::pixels).orElse(0L);
    }

    String title() {
      return String.valueOf(job.files().result().getFileName());
    }
  }

  /** Finds out what is to be done. */
  public Plan plan() throws IOException {
    Map<Integer, JobOutcome> outcomes = new LinkedHashMap<>();
    List<WaitingJob> waiting = new ArrayList<>();
    try (Ledger ledger = Ledger.open(settings.ledger())) {
      for (int i = 0; i < jobs.size(); i++) {
        TransferJob job = jobs.get(i);
        String key = JobKey.of(job);
        if (!settings.again() && ledger.isDone(job.files().result(), key)) {
          double seconds = ledger.seconds(job.files().result());
          outcomes.put(i, new JobOutcome(i + 1, job, State.DONE_BEFORE, seconds, Optional.empty()));
        } else {
          waiting.add(new WaitingJob(i + 1, job, key, ResultSize.of(job)));
        }
      }
    }
    return new Plan(
        outcomes, ordered(waiting), waiting.stream().mapToDouble(WaitingJob::weight).sum());
  }

  /** Those of one size, and of these those of one painting, come one after another. */
  private static List<WaitingJob> ordered(List<WaitingJob> waiting) {
    Map<List<Object>, Integer> first = new LinkedHashMap<>();
    Map<WaitingJob, Integer> rank = new LinkedHashMap<>();
    for (WaitingJob job : waiting) {
      rank.put(
          job,
          first.computeIfAbsent(List.of(job.size(), job.job().paintings()), k -> first.size()));
    }
    return waiting.stream().sorted(Comparator.comparing(rank::get)).toList();
  }

  /** Of a batch that was killed. */
  private static void deleteLeftovers(List<WaitingJob> waiting) {
    Map<Path, Set<String>> names = new LinkedHashMap<>();
    for (WaitingJob job : waiting) {
      Path result = job.job().files().result();
      names.computeIfAbsent(OutputFiles.folder(result), folder -> new HashSet<>()).add(job.title());
    }
    names.forEach((folder, results) -> AtomicFile.deleteLeftovers(folder, results::contains));
  }

  /**
   * Does them.
   *
   * @param progress is told
   * @return what has become of all jobs, in the order of their numbers
   * @throws IOException if the ledger can't be kept
   */
  public List<JobOutcome> run(Plan plan, GracefulStop stop, BatchProgress progress)
      throws IOException {
    Map<Integer, JobOutcome> outcomes = new LinkedHashMap<>(plan.outcomes());
    Deque<WaitingJob> queue = new ArrayDeque<>(plan.waiting());
    deleteLeftovers(plan.waiting());
    try (Ledger ledger = Ledger.open(settings.ledger());
        BatchContext context = new BatchContext(settings, faults, ledger, progress, stop, queue)) {
      int workers = Math.max(1, Math.min(settings.sideBySide(), queue.size()));
      ExecutorService threads = Executors.newFixedThreadPool(workers);
      try {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
          running.add(threads.submit(new BatchWorker(context)));
        }
        for (Future<?> worker : running) {
          Futures.join(worker);
        }
      } finally {
        threads.shutdown();
      }
      context.outcomes().forEach(outcome -> outcomes.put(outcome.number() - 1, outcome));
    }
    return IntStream.range(0, jobs.size())
        .mapToObj(
            i ->
                outcomes.containsKey(i)
                    ? outcomes.get(i)
                    : new JobOutcome(i + 1, jobs.get(i), State.LEFT, 0, Optional.empty()))
        .toList();
  }
}
