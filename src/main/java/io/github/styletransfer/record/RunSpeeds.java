package io.github.styletransfer.record;

import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.TypicalTime;
import io.github.styletransfer.storage.CachedProperties;
import io.github.styletransfer.transfer.PlannedStage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How fast runs were on this machine, kept in a file, so that it can be said beforehand how long
 * one will take. A file that is damaged or can't be written is of no consequence.
 */
public final class RunSpeeds {
  private static final Logger LOG = LoggerFactory.getLogger(RunSpeeds.class);

  /** A new measurement counts for so much, earlier ones for the rest. */
  private static final double NEW_SHARE = 0.5;

  private static final double NANOS = 1e9;

  private final CachedProperties known;

  /**
   * Reads nothing yet.
   *
   * @param file made when it is first written, with its folder
   */
  public RunSpeeds(Path file) {
    this.known =
        new CachedProperties(file, "Nanoseconds that runs took on this machine for their work");
  }

  /**
   * What a run will take in its iterations, as earlier runs of the same kind did; empty if there
   * were none.
   *
   * @param stages that it will go through
   */
  public Optional<Duration> time(TransferJob job, List<PlannedStage> stages) {
    return find(key(job)).map(nanos -> duration(nanos, stages));
  }

  /** What a run takes in its iterations on an ordinary machine. */
  public static Duration typical(TransferJob job, List<PlannedStage> stages) {
    return duration(job.method().typicalNanos(), stages);
  }

  /**
   * Learns from a run that went through all of its iterations.
   *
   * @param taken by them
   */
  public void learn(TransferJob job, List<PlannedStage> stages, Duration taken) {
    String key = key(job);
    double measured = taken.toNanos() / TypicalTime.work(stages);
    double nanos =
        find(key).map(earlier -> NEW_SHARE * measured + (1 - NEW_SHARE) * earlier).orElse(measured);
    try {
      known.put(key, Double.toString(nanos));
    } catch (IOException e) {
      LOG.debug("The speed of runs can't be kept: {}", e.toString());
    }
  }

  private static Duration duration(double nanos, List<PlannedStage> stages) {
    return Duration.ofMillis(Math.round(nanos * TypicalTime.work(stages) / NANOS * 1000));
  }

  private static String key(TransferJob job) {
    return "%s %d".formatted(job.method().speedName(), job.threads()).replace(' ', '.');
  }

  private Optional<Double> find(String key) {
    try {
      return known
          .get(key)
          .map(Double::valueOf)
          .filter(nanos -> nanos > 0 && Double.isFinite(nanos));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
