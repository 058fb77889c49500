package io.github.styletransfer.report;

import io.github.styletransfer.engine.Losses;
import io.github.styletransfer.image.RgbImage;
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
 * Writes a run's losses, settings and checkpoint images for TensorBoard, to a file {@code
 * events.out.tfevents.<unix seconds>.<host>}. A step is a 0-based iteration. What was written for
 * steps that are done again, by this run or by an earlier one in the same folder, is declared void.
 * A full disk doesn't end the run: what it has no room for is written later.
 */
public final class TensorBoardLog implements TransferListener, Closeable {
  private static final long FLUSH_INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();
  private static final double NANOS_PER_SECOND = 1e9;

  private final RunStart start;
  private final LongSupplier nanoClock;
  private final EventEncoder encoder;
  private final AppendedFile file;
  private OptionalDouble learningRate;
  private OptionalLong lastEvaluation = OptionalLong.empty();
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
    this.start = start;
    this.nanoClock = nanoClock;
    this.encoder = new EventEncoder(wallClock);
    this.learningRate = start.learningRate();
    this.file =
        new AppendedFile(EventFile.create(folder, wallClock.instant(), EventFile.localHost()));
    append(encoder.fileVersion());
    append(encoder.sessionStart(start.firstIteration()));
    appendStart();
    flush(nanoClock.getAsLong());
  }

  /** The file's path. */
  public Path path() {
    return file.path();
  }

  @Override
  public void stageStarted(int first, int end, int width, int height) {
    lastEvaluation = OptionalLong.empty();
    flushIfDue();
  }

  @Override
  public void evaluated(int iteration, Losses losses) throws IOException {
    long now = nanoClock.getAsLong();
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("total_loss", losses.total());
    values.put("content_loss", losses.content());
    values.put("style_loss", losses.style());
    values.put("tv_loss", losses.tv());
    learningRate.ifPresent(rate -> values.put("learning_rate", rate));
    lastEvaluation.ifPresent(
        last -> values.put("seconds_per_iteration", (now - last) / NANOS_PER_SECOND));
    lastEvaluation = OptionalLong.of(now);
    append(encoder.scalars(iteration, values));
    flushIfDue();
  }

  @Override
  public void updated(int iteration, Supplier<RgbImage> image) {
    flushIfDue();
  }

  @Override
  public void checkpoint(int iteration, RgbImage image) throws IOException {
    append(encoder.image(iteration, "checkpoint", image));
    flushIfDue();
  }

  @Override
  public void wentBack(int iteration, double newLearningRate) throws IOException {
    lastEvaluation = OptionalLong.empty();
    learningRate =
        learningRate.isPresent() ? OptionalDouble.of(newLearningRate) : OptionalDouble.empty();
    append(encoder.sessionStart(iteration));
    if (iteration <= start.firstIteration()) {
      appendStart();
    }
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

  private void appendStart() throws IOException {
    int step = start.firstIteration();
    append(encoder.text(step, "settings", MarkdownTable.of(start.settings())));
    append(encoder.image(step, "content", start.content()));
    append(encoder.image(step, "style", start.style()));
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
