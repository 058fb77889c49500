package io.github.styletransfer.record;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.job.RunEnvironment;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.record.RunManifest.HashedFile;
import io.github.styletransfer.record.RunManifest.Status;
import io.github.styletransfer.storage.FileFaults;
import io.github.styletransfer.transfer.LossEntry;
import io.github.styletransfer.transfer.TransferListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes {@code run.json} at a run's beginning and at its end. */
public final class ManifestWriter implements TransferListener {
  private static final Logger LOG = LoggerFactory.getLogger(ManifestWriter.class);
  private static final double NANOS = 1e9;

  private final TransferJob job;
  private final LazyIdentity identity;
  private final LongSupplier nanoClock;
  private final Instant started = Instant.now();
  private final long startTime;
  private CompletableFuture<Void> begun = CompletableFuture.completedFuture(null);
  private boolean running;
  private int stageIterations;
  private long stageTime;
  private long lastTime;

  /**
   * Writes nothing yet.
   *
   * @param identity of the job, once it is known
   * @param nanoClock a clock that counts nanoseconds
   */
  public ManifestWriter(TransferJob job, LazyIdentity identity, LongSupplier nanoClock) {
    this.job = job;
    this.identity = identity;
    this.nanoClock = nanoClock;
    this.startTime = nanoClock.getAsLong();
  }

  @Override
  public void stageStarted(int first, int end, int width, int height) {
    stageIterations = 0;
  }

  /** The first iteration of a size isn't timed. */
  @Override
  public void evaluated(int iteration, Losses losses) {
    lastTime = nanoClock.getAsLong();
    if (stageIterations == 0) {
      stageTime = lastTime;
    }
    stageIterations++;
  }

  /**
   * Records that the run is under way, once all inputs are hashed. Hashing begins after the first
   * iteration, so as not to delay it.
   */
  @Override
  public void updated(int iteration, Supplier<RgbImage> image) {
    if (running) {
      return;
    }
    running = true;
    begun =
        identity.whenKnown(
            known ->
                write(known, Status.RUNNING, List.of(), Optional.empty(), List.of(), List.of()));
  }

  /** Records how the run ended; writes no run.json if the disk is full. */
  public void end(
      Status status,
      List<LossEntry> losses,
      Optional<HashedFile> result,
      List<Path> files,
      List<Path> missing) {
    try {
      JobIdentity known = identity.get();
      begun.join();
      write(known, status, losses, result, files, missing);
    } catch (UncheckedIOException e) {
      LOG.warn(
          "run.json can't be written, as an input can no longer be read: {}",
          FileFaults.inWords(e));
    }
  }

  private void write(
      JobIdentity known,
      Status status,
      List<LossEntry> losses,
      Optional<HashedFile> result,
      List<Path> files,
      List<Path> missing) {
    RunManifest run =
        new RunManifest(
            status,
            started,
            (nanoClock.getAsLong() - startTime) / NANOS,
            job.options(),
            known.inputs(),
            RunEnvironment.describe(job.method(), job.threads(), identity.executor()),
            known.deciding(),
            losses.size(),
            stageIterations > 1 ? (lastTime - stageTime) / NANOS / (stageIterations - 1) : 0,
            losses.isEmpty()
                ? Optional.empty()
                : Optional.of(losses.get(losses.size() - 1).losses()),
            result,
            files,
            missing);
    try {
      RunManifestFile.write(job.files().manifest(), run);
    } catch (IOException e) {
      LOG.warn("{} can't be written: {}", job.files().manifest(), FileFaults.inWords(e));
    }
  }
}
