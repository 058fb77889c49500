package io.github.styletransfer.preview;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.loss.LossNames;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.transfer.ProgressEstimate;
import io.github.styletransfer.transfer.SizeMark;
import io.github.styletransfer.transfer.TransferListener;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Passes status and images from the run's thread to the pages' threads. The run never waits for a
 * page: it leaves the latest status and image here, and takes an image only while somebody looks.
 */
final class RunView implements TransferListener {
  private static final long IMAGE_PAUSE = Duration.ofMillis(700).toNanos();

  /** Taking an image may take one part in this many of the run's time. */
  private static final int SHARE = 200;

  private final LongSupplier nanoClock;
  private final ProgressEstimate estimate;
  private final int iterations;
  private final List<SizeMark> marks;
  private final List<String> lossNames;
  private final String run = UUID.randomUUID().toString();
  private final LossPoints points = new LossPoints();
  private final Notice notice = new Notice();
  private final Viewers viewers = new Viewers();
  private final String title;
  private int iteration;
  private int measured;
  private int width;
  private int height;
  private @Nullable Losses losses;
  private long secondsLeft;
  private @Nullable ShownImage image;
  private long imageDue;
  private boolean stopping;
  private @Nullable PreviewEnd end;
  private long version;

  RunView(PreviewSubject subject, LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.title = subject.title();
    this.estimate = new ProgressEstimate(subject.stages());
    this.iterations = subject.iterations();
    this.marks = subject.marks();
    this.lossNames = subject.losses();
    subject.earlier().forEach(entry -> points.add(entry.iteration(), entry.losses()));
    this.width = subject.content().width();
    this.height = subject.content().height();
    this.imageDue = nanoClock.getAsLong();
  }

  @Override
  public synchronized void stageStarted(int first, int end, int stageWidth, int stageHeight) {
    estimate.restart();
    secondsLeft = estimate.timeLeft(first - 1).toSeconds();
    iteration = first;
    width = stageWidth;
    height = stageHeight;
    changed();
  }

  @Override
  public synchronized void evaluated(int evaluated, Losses newLosses) {
    estimate.evaluated(evaluated, nanoClock.getAsLong());
    secondsLeft = estimate.timeLeft(evaluated).toSeconds();
    iteration = evaluated + 1;
    measured = iteration;
    losses = newLosses;
    points.add(evaluated, newLosses);
    changed();
  }

  @Override
  public synchronized void updated(int done, Supplier<RgbImage> current) {
    long start = nanoClock.getAsLong();
    if (viewers.isAny() && start - imageDue >= 0) {
      show(current.get(), done + 1);
      long end = nanoClock.getAsLong();
      imageDue = end + Math.max(IMAGE_PAUSE, SHARE * (end - start));
    }
  }

  @Override
  public synchronized void stopped(int last, String reason) {
    pass("After iteration " + (last + 1) + ": " + reason);
  }

  @Override
  public synchronized void wentBack(int again, double learningRate) {
    points.goBack(again);
    pass("Went back to iteration " + (again + 1) + ", learning rate " + learningRate);
  }

  /** Shows a notice for a short time, unless the run was asked to stop. */
  private void pass(String text) {
    if (!stopping) {
      notice.pass(text, nanoClock.getAsLong());
      changed();
    }
  }

  /** The run was asked to stop. */
  synchronized void stopping() {
    if (end == null) {
      stopping = true;
      say("Stopping after this iteration");
    }
  }

  /** Shows a notice until it is replaced by another. */
  synchronized void say(String text) {
    notice.stay(text);
    changed();
  }

  /** The run is over. */
  synchronized void end(PreviewEnd newEnd) {
    end = newEnd;
    viewers.runEnded();
    say(newEnd.message());
  }

  synchronized boolean isOver() {
    return end != null;
  }

  /** Whether the run is over and pages are served until they are closed. */
  synchronized boolean stays() {
    return end != null && end.stays();
  }

  /** Shows the latest iteration's image from now on. */
  synchronized void show(RgbImage newImage) {
    show(newImage, iteration);
  }

  private void show(RgbImage newImage, int ofIteration) {
    image = new ShownImage(image == null ? 1 : image.number() + 1, ofIteration, newImage);
    changed();
  }

  private void changed() {
    version++;
    notifyAll();
  }

  Viewers viewers() {
    return viewers;
  }

  /** The latest image; null before there is one. */
  synchronized @Nullable ShownImage image() {
    return image;
  }

  /** What can be downloaded now. */
  synchronized Optional<Download> download() {
    return Download.of(title, image, end);
  }

  /** A status and its number. */
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
            measured,
            iterations,
            width,
            height,
            losses,
            estimate.secondsPerIteration(),
            end != null ? 0 : secondsLeft,
            image,
            notice.text(nanoClock.getAsLong()),
            stopping,
            download().map(Download::name),
            end));
  }

  /** Distinguishes this run from others at the same address. */
  String run() {
    return run;
  }

  /** What a page may have missed since an iteration, 1-based. */
  synchronized Map<String, Object> since(int told) {
    return Map.of("points", points.pairs(told));
  }

  /** What a page needs to know first. */
  synchronized Map<String, Object> beginning() {
    return Map.of(
        "run",
        run,
        "marks",
        marks.stream()
            .map(mark -> List.of(mark.first() + 1, mark.label(), mark.newSize()))
            .toList(),
        "losses",
        lossNames.stream().map(name -> List.of(name, LossNames.label(name))).toList(),
        "history",
        points.pairs(0));
  }
}
