package io.github.styletransfer.record;

import io.github.styletransfer.storage.FileFaults;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.TransferListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves the run's state at intervals, in case the run is killed. If a state can't be written, the
 * one before stays, and the run continues.
 */
public final class StateSaver implements TransferListener {
  private static final Logger LOG = LoggerFactory.getLogger(StateSaver.class);

  /** Saving may take one part in this many of the run's time. */
  private static final int SHARE = 100;

  private final Path file;
  private final Supplier<Map<String, String>> job;
  private final Duration interval;
  private final LongSupplier nanoClock;
  private final BooleanSupplier allWritten;
  private long due;
  private boolean stretched;
  private boolean failed;

  /**
   * Begins to wait.
   *
   * @param file where the state is kept
   * @param job everything that decides the run's result
   * @param interval between two states; longer when writing one takes long
   * @param nanoClock a clock that counts nanoseconds
   * @param allWritten whether everything that the run would have left behind by now is on disk; a
   *     state from after an image that isn't would lose it
   */
  public StateSaver(
      Path file,
      Supplier<Map<String, String>> job,
      Duration interval,
      LongSupplier nanoClock,
      BooleanSupplier allWritten) {
    this.file = file;
    this.job = job;
    this.interval = interval;
    this.nanoClock = nanoClock;
    this.allWritten = allWritten;
    this.due = nanoClock.getAsLong() + interval.toNanos();
  }

  @Override
  public void resumable(Supplier<RunState> state) {
    long start = nanoClock.getAsLong();
    if (start - due < 0 || !allWritten.getAsBoolean()) {
      return;
    }
    save(state.get());
    long end = nanoClock.getAsLong();
    long pause = Math.max(interval.toNanos(), SHARE * (end - start));
    if (pause > 2 * interval.toNanos() && !stretched) {
      stretched = true;
      LOG.info(
          "Saving the run's state takes {} ms, so it is saved only every {} s",
          Duration.ofNanos(end - start).toMillis(),
          Duration.ofNanos(pause).toSeconds());
    }
    due = end + pause;
  }

  /**
   * Saves a state now.
   *
   * @return whether it could be written
   */
  public boolean save(RunState state) {
    try {
      RunStateFile.write(file, job.get(), state);
      LOG.debug("State of iteration {} in {}", state.iteration(), file);
      return true;
    } catch (IOException | UncheckedIOException e) {
      if (!failed) {
        LOG.warn(
            "The run's state can't be saved in {} ({}); the run continues",
            file,
            FileFaults.inWords(e));
        failed = true;
      }
      return false;
    }
  }

  /**
   * Removes the state of a run that has ended.
   *
   * @throws IOException if it can't be removed
   */
  public void discard() throws IOException {
    Files.deleteIfExists(file);
  }
}
