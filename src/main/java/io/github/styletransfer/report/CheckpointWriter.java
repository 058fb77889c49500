package io.github.styletransfer.report;

import io.github.styletransfer.image.ImageWriter;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.transfer.TransferListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes each checkpoint image to a file of its own. */
public final class CheckpointWriter implements TransferListener {
  private static final Logger LOG = LoggerFactory.getLogger(CheckpointWriter.class);

  private final ImageWriter writer;
  private final IntFunction<Path> fileOfIteration;

  /**
   * Names the files.
   *
   * @param fileOfIteration gives the file for a 0-based iteration
   */
  public CheckpointWriter(ImageWriter writer, IntFunction<Path> fileOfIteration) {
    this.writer = writer;
    this.fileOfIteration = fileOfIteration;
  }

  @Override
  public void checkpoint(int iteration, RgbImage image) throws IOException {
    Path file = fileOfIteration.apply(iteration);
    writer.write(image, file);
    LOG.info("Checkpoint {}", file);
  }
}
