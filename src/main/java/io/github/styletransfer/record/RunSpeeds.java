package io.github.styletransfer.record;

import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.TypicalTime;
import io.github.styletransfer.storage.AtomicFile;
import io.github.styletransfer.transfer.PlannedStage;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
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

  private final Path file;

  /**
   * Reads nothing yet.
   *
   * @param file made when it is first written, with its folder
   */
  public RunSpeeds(Path file) {
    this.file = file;
  }

  /**
   * What a run will take in its iterations, as earlier runs of the same kind did; empty if there
   * were none.
   *
   * @param stages that it will go through
   */
  public Optional<Duration> time(TransferJob job, List<PlannedStage> stages) {
    return find(read(), key(job)).map(nanos -> duration(nanos, stages));
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
    Properties all = read();
    String key = key(job);
    double measured = taken.toNanos() / TypicalTime.work(stages);
    double nanos =
        find(all, key)
            .map(known -> NEW_SHARE * measured + (1 - NEW_SHARE) * known)
            .orElse(measured);
    all.setProperty(key, Double.toString(nanos));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      AtomicFile.write(
          file, out -> all.store(out, "Nanoseconds that runs took on this machine for their work"));
    } catch (IOException e) {
      LOG.debug("{} can't be written: {}", file, e.toString());
    }
  }

  private static Duration duration(double nanos, List<PlannedStage> stages) {
    return Duration.ofMillis(Math.round(nanos * TypicalTime.work(stages) / NANOS * 1000));
  }

  private static String key(TransferJob job) {
    return "%s %d".formatted(job.method().speedName(), job.threads()).replace(' ', '.');
  }

  private static Optional<Double> find(Properties all, String key) {
    try {
      return Optional.ofNullable(all.getProperty(key))
          .map(Double::valueOf)
          .filter(nanos -> nanos > 0 && Double.isFinite(nanos));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Properties read() {
    Properties all = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
        all.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        LOG.debug("{} can't be read: {}", file, e.toString());
        return new Properties();
      }
    }
    return all;
  }
}
