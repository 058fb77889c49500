package io.github.styletransfer.preview;

import io.github.styletransfer.engine.Losses;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.transfer.Pace;
import io.github.styletransfer.transfer.TransferListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the run's thread tells and the pages' threads ask for. The run never waits for a page: it
 * leaves the latest status and image here, and takes an image only while somebody looks.
 */
final class RunView implements TransferListener {
  private static final long IMAGE_PAUSE = Duration.ofMillis(700).toNanos();

  /** Taking an image may take one part in so many of the run's time. */
  private static final int SHARE = 200;

  private static final int MOST_POINTS = 400;

  private final LongSupplier nanoClock;
  private final Pace pace;
  private final int iterations;
  private final List<double[]> points = new ArrayList<>();
  private int pointInterval = 1;
  private int iteration;
  private int width;
  private int height;
  private @Nullable Losses losses;
  private long secondsLeft;
  private @Nullable RgbImage image;
  private int images;
  private long imageDue;
  private String note = "";
  private boolean ended;
  private int viewers;
  private long version;

  RunView(PreviewSubject subject, LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.pace = new Pace(subject.stages());
    this.iterations = subject.iterations();
    this.width = subject.content().width();
    this.height = subject.content().height();
    this.imageDue = nanoClock.getAsLong();
  }

  @Override
  public synchronized void stageStarted(int first, int end, int stageWidth, int stageHeight) {
    pace.restart();
    secondsLeft = 0;
    iteration = first;
    width = stageWidth;
    height = stageHeight;
    changed();
  }

  @Override
  public synchronized void evaluated(int evaluated, Losses newLosses) {
    pace.evaluated(evaluated, nanoClock.getAsLong());
    secondsLeft = pace.timeLeft(evaluated).toSeconds();
    iteration = evaluated + 1;
    losses = newLosses;
    if (newLosses.isFinite() && evaluated % pointInterval == 0) {
      points.add(new double[] {iteration, newLosses.total()});
      thinOut();
    }
    changed();
  }

  private void thinOut() {
    if (points.size() > MOST_POINTS) {
      pointInterval *= 2;
      points.removeIf(point -> ((int) point[0] - 1) % pointInterval != 0);
    }
  }

  @Override
  public synchronized void updated(int done, Supplier<RgbImage> current) {
    long start = nanoClock.getAsLong();
    if (viewers > 0 && start - imageDue >= 0) {
      show(current.get());
      long end = nanoClock.getAsLong();
      imageDue = end + Math.max(IMAGE_PAUSE, SHARE * (end - start));
    }
  }

  @Override
  public void stopped(int last, String reason) {
    note("After iteration " + (last + 1) + ": " + reason, false);
  }

  @Override
  public synchronized void wentBack(int again, double learningRate) {
    points.removeIf(point -> point[0] > again);
    note("Went back to iteration " + (again + 1) + ", learning rate " + learningRate, false);
  }

  /** Says something beside the numbers, the last thing if the run is over. */
  synchronized void note(String text, boolean over) {
    note = text;
    ended |= over;
    changed();
  }

  /** Shows an image from now on. */
  synchronized void show(RgbImage newImage) {
    image = newImage;
    images++;
    changed();
  }

  private void changed() {
    version++;
    notifyAll();
  }

  synchronized void viewerCame() {
    viewers++;
  }

  synchronized void viewerWent() {
    viewers--;
  }

  synchronized boolean hasViewers() {
    return viewers > 0;
  }

  /** The latest image; null before there is one. */
  synchronized @Nullable RgbImage image() {
    return image;
  }

  /** A status and the number that it is told from others by. */
  record Versioned(long version, Status status) {}

  /** Waits for a status other than a known one, but not for ever. */
  synchronized Versioned next(long known, long patienceMillis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    long left = patienceMillis;
    while (version == known && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }
    return new Versioned(
        version,
        new Status(
            iteration,
            iterations,
            width,
            height,
            losses,
            pace.secondsPerIteration(),
            ended ? 0 : secondsLeft,
            images,
            note,
            ended));
  }

  /** Points of iteration, 1-based, and total loss; evenly thinned out for long runs. */
  synchronized List<double[]> history() {
    return List.copyOf(points);
  }
}
