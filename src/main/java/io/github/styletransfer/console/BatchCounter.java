package io.github.styletransfer.console;

import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.TransferListener;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Counts how much of a batch is done, and shows nothing. */
class BatchCounter implements BatchProgress {
  private static final double NANOS = 1e9;

  private final int jobs;
  private final double weight;
  private final AwakeClock clock;
  private final long start;
  private final Map<String, Running> running = new LinkedHashMap<>();
  private int done;
  private double doneWeight;

  /** A job under way. */
  private static final class Running implements TransferListener {
    private final double weight;
    private final List<PlannedStage> stages;
    private final double work;
    private volatile double share;

    private Running(double weight, List<PlannedStage> stages) {
      this.weight = weight;
      this.stages = stages;
      this.work = stages.stream().mapToDouble(stage -> stage.iterations() * stage.work()).sum();
    }

    @Override
    public void evaluated(int iteration, Losses losses) {
      double done = 0;
      for (PlannedStage stage : stages) {
        done += Math.max(0, Math.min(iteration + 1, stage.end()) - stage.first()) * stage.work();
      }
      share = done / work;
    }
  }

  /**
   * Begins at zero.
   *
   * @param jobs how many there are to do
   * @param weight of all of them
   * @param nanoClock a clock that counts nanoseconds
   */
  BatchCounter(int jobs, double weight, LongSupplier nanoClock) {
    this.jobs = jobs;
    this.weight = weight;
    this.clock = new AwakeClock(nanoClock);
    this.start = clock.getAsLong();
  }

  @Override
  public synchronized TransferListener begin(String name, double part, List<PlannedStage> stages) {
    Running job = new Running(part, stages);
    running.put(name, job);
    return job;
  }

  @Override
  public synchronized void end(String name, double part) {
    running.remove(name);
    done++;
    doneWeight += part;
  }

  @Override
  public boolean isBar() {
    return false;
  }

  @Override
  public void close() {}

  int jobs() {
    return jobs;
  }

  synchronized int done() {
    return done;
  }

  /** The job that began last and hasn't ended; empty if there is none. */
  synchronized String current() {
    return running.keySet().stream().reduce((earlier, later) -> later).orElse("");
  }

  /** How much of the work is done, 0 to 1. */
  synchronized double share() {
    double now =
        doneWeight + running.values().stream().mapToDouble(job -> job.weight * job.share).sum();
    return weight > 0 ? Math.min(1, now / weight) : 1;
  }

  Duration elapsed() {
    return Duration.ofNanos(clock.getAsLong() - start);
  }

  /** Empty while too little is known. */
  Optional<Duration> left() {
    double share = share();
    double seconds = elapsed().toNanos() / NANOS;
    return share <= 0 || share >= 1
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(Math.round(seconds * (1 - share) / share)));
  }
}
