package io.github.styletransfer.tensorboard;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.storage.AppendedFile;
import io.github.styletransfer.transfer.TransferListener;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Writes a run's losses, settings, sizes and images for TensorBoard, to a file {@code
 * events.out.tfevents.<unix seconds>.<host>}. A step is an iteration counted from 1, as in {@code
 * losses.csv}; step 0 holds what the run begins with. What was written for steps that are done
 * again, by this run or by an earlier one in the same folder, is declared void. A full disk doesn't
 * end the run: what doesn't fit is written later.
 */
public final class TensorBoardLog implements TransferListener, Closeable {
  private static final long FLUSH_INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();
  private static final double NANOS_PER_SECOND = 1e9;

  private final LongSupplier nanoClock;
  private final EventEncoder encoder;
  private final AppendedFile file;
  private OptionalDouble learningRate;
  private OptionalLong lastEvaluation = OptionalLong.empty();
  private int lastStep;
  private int lastCheckpoint;
  private int sizeStep;
  private String size = "";
  private long lastFlush;

  /**
   * Starts a new file with the run's images and settings.
   *
   * @param folder exists; all of a run's files, if it is resumed, are in the same one
   * @param start what the run begins with
   * @param nanoClock measures iterations, and when to bring the file up to date, in nanoseconds
   * @param wallClock dates the events
   * @throws IOException if the file can't be created
   */
  public TensorBoardLog(
      Path folder, RunStart start, LongSupplier nanoClock, InstantSource wallClock)
      throws IOException {
    this.nanoClock = nanoClock;
    this.encoder = new EventEncoder(wallClock);
    this.learningRate = start.learningRate();
    this.file =
        new AppendedFile(EventFile.create(folder, wallClock.instant(), EventFile.localHost()));
    append(encoder.fileVersion());
    this.lastStep = start.firstIteration();
    append(encoder.sessionStart(lastStep == 0 ? 0 : lastStep + 1L));
    append(encoder.text(lastStep, "settings", MarkdownTable.of(start.settings())));
    append(encoder.image(lastStep, "content", start.content()));
    for (int i = 0; i < start.styles().size(); i++) {
      String tag = i == 0 ? "style" : "style_" + (i + 1);
      append(encoder.image(lastStep, tag, start.styles().get(i)));
    }
    flush(nanoClock.getAsLong());
  }

  /** The file's path. */
  public Path path() {
    return file.path();
  }

  @Override
  public void stageStarted(int first, int end, int width, int height) throws IOException {
    lastEvaluation = OptionalLong.empty();
    sizeStep = first + 1;
    size = width + " x " + height;
    append(encoder.text(sizeStep, "size", size));
    flushIfDue();
  }

  @Override
  public void evaluated(int iteration, Losses losses) throws IOException {
    long now = nanoClock.getAsLong();
    Map<String, Double> values = new LinkedHashMap<>(losses.columns());
    learningRate.ifPresent(rate -> values.put("learning_rate", rate));
    lastEvaluation.ifPresent(
        last -> values.put("seconds_per_iteration", (now - last) / NANOS_PER_SECOND));
    lastEvaluation = OptionalLong.of(now);
    lastStep = iteration + 1;
    append(encoder.scalars(lastStep, values));
    flushIfDue();
  }

  @Override
  public void updated(int iteration, Supplier<RgbImage> image) {
    flushIfDue();
  }

  @Override
  public void checkpoint(int iteration, RgbImage image) throws IOException {
    lastCheckpoint = iteration + 1;
    append(encoder.image(lastCheckpoint, "checkpoint", image));
    flushIfDue();
  }

  /** Adds the run's result, at its last step. */
  public void result(RgbImage image) throws IOException {
    append(encoder.image(lastStep, "result", image));
  }

  /**
   * Adds the last image of a run that ends early as a checkpoint, unless it already is one.
   *
   * @param iteration 0-based
   */
  public void lastImage(int iteration, RgbImage image) throws IOException {
    if (lastCheckpoint != iteration + 1) {
      checkpoint(iteration, image);
    }
  }

  @Override
  public void wentBack(int iteration, double newLearningRate) throws IOException {
    lastEvaluation = OptionalLong.empty();
    learningRate =
        learningRate.isPresent() ? OptionalDouble.of(newLearningRate) : OptionalDouble.empty();
    append(encoder.sessionStart(iteration + 1L));
    if (iteration < sizeStep) {
      append(encoder.text(sizeStep, "size", size));
    }
    lastCheckpoint = Math.min(lastCheckpoint, iteration);
    flushIfDue();
  }

  /**
   * Writes what is still missing.
   *
   * @throws IOException if the file stays incomplete
   */
  @Override
  public void close() throws IOException {
    file.close();
  }

  private void append(byte[] event) {
    file.append(RecordFrame.of(event));
  }

  private void flushIfDue() {
    long now = nanoClock.getAsLong();
    if (now - lastFlush >= FLUSH_INTERVAL_NANOS) {
      flush(now);
    }
  }

  private void flush(long now) {
    lastFlush = now;
    file.flush();
  }
}
