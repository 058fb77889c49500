package io.github.styletransfer.record;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.write.ImageWriter;
import io.github.styletransfer.storage.DeferredWrites;
import io.github.styletransfer.transfer.TransferListener;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Writes each checkpoint image to a file of its own, later if the disk is full. */
public final class CheckpointWriter implements TransferListener {
  private static final Logger LOG = LoggerFactory.getLogger(CheckpointWriter.class);

  private final ImageWriter writer;
  private final DeferredWrites disk;
  private final IntFunction<Path> fileOfIteration;
  private final boolean logsAll;
  private boolean begun;

  /**
   * Names the files.
   *
   * @param writer of their kind
   * @param disk writes them
   * @param fileOfIteration gives the file for a 0-based iteration
   * @param logsAll whether each is logged, and not just the first
   */
  public CheckpointWriter(
      ImageWriter writer, DeferredWrites disk, IntFunction<Path> fileOfIteration, boolean logsAll) {
    this.writer = writer;
    this.disk = disk;
    this.fileOfIteration = fileOfIteration;
    this.logsAll = logsAll;
  }

  @Override
  public void checkpoint(int iteration, RgbImage image) {
    Path file = fileOfIteration.apply(iteration);
    if (disk.write(file, () -> writer.write(image, file))) {
      if (logsAll) {
        LOG.info("Checkpoint {}", file);
      } else {
        LOG.atLevel(begun ? Level.DEBUG : Level.INFO).log("Checkpoints, such as {}", file);
      }
      begun = true;
    }
  }

  @Override
  public void updated(int iteration, Supplier<RgbImage> image) {
    disk.retry();
  }
}
