package io.github.styletransfer.timelapse;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.transfer.TransferListener;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a run's frames, fewer where that would take more than a small part of its time. */
final class FrameTaker implements TransferListener {
  private static final Logger LOG = LoggerFactory.getLogger(FrameTaker.class);
  private static final double PART_OF_TIME = 0.02;

  /** A short run has frames too. */
  private static final long ALLOWANCE = Duration.ofMillis(250).toNanos();

  private final FrameStore store;
  private final FrameSchedule schedule;
  private final LongSupplier clock;
  private final long start;
  private long spent;
  private boolean begun;
  private boolean failed;

  /**
   * Takes nothing yet.
   *
   * @param clock in nanoseconds
   */
  FrameTaker(FrameStore store, FrameSchedule schedule, LongSupplier clock) {
    this.store = store;
    this.schedule = schedule;
    this.clock = clock;
    this.start = clock.getAsLong();
    // The first one is slow, so it isn't one of the run's.
    Thread warming = new Thread(FrameTaker::warmUp, "frames");
    warming.setDaemon(true);
    warming.start();
  }

  private static void warmUp() {
    try {
      FrameStore.encode(
          new RgbImage(1, 1, new byte[RgbImage.CHANNELS]), OutputStream.nullOutputStream());
    } catch (IOException e) {
      LOG.debug("No JPEG can be made", e);
    }
  }

  @Override
  public void updated(int iteration, Supplier<RgbImage> image) {
    if (failed) {
      return;
    }
    try {
      if (!begun) {
        begun = true;
        store.deleteFrom(iteration);
      }
      long now = clock.getAsLong();
      if (schedule.isDueAfter(iteration) && spent <= ALLOWANCE + PART_OF_TIME * (now - start)) {
        store.add(iteration, image.get());
        spent += clock.getAsLong() - now;
      }
    } catch (IOException e) {
      failed = true;
      LOG.warn("The timelapse has no more frames, as one can't be saved: {}", e.getMessage());
      LOG.debug("A frame can't be saved", e);
    }
  }
}
