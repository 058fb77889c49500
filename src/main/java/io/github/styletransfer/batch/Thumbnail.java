package io.github.styletransfer.batch;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.write.EncodedImage;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.storage.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** A photo and its result beside each other in a small image, for the report. */
final class Thumbnail {
  private static final int LONGEST_SIDE = 200;
  private static final int GAP = 4;
  private static final float QUALITY = 0.8f;
  private static final int CHANNELS = RgbImage.CHANNELS;

  private Thumbnail() {}

  /** The file of a job's. */
  static Path file(TransferJob job) {
    return job.files().logDirectory().resolve("thumbnail.jpg");
  }

  /**
   * Writes a job's.
   *
   * @param result of the photo's size
   * @throws IOException if the file can't be written
   */
  static void write(TransferJob job, RgbImage photo, RgbImage result) throws IOException {
    ImageSize small =
        Resizer.withLongestSide(
            photo.size(), Math.min(LONGEST_SIDE, Math.max(photo.width(), photo.height())));
    byte[] bytes =
        EncodedImage.jpeg(
            beside(
                Resizer.resize(photo, small.width(), small.height()),
                Resizer.resize(result, small.width(), small.height())),
            QUALITY);
    AtomicFile.write(file(job), out -> out.write(bytes));
  }

  private static RgbImage beside(RgbImage left, RgbImage right) {
    int height = left.height();
    int row = left.width() * CHANNELS;
    int width = left.width() + GAP + right.width();
    byte[] samples = new byte[width * height * CHANNELS];
    Arrays.fill(samples, (byte) -1);
    byte[] leftSamples = left.samples();
    byte[] rightSamples = right.samples();
    for (int y = 0; y < height; y++) {
      int start = y * width * CHANNELS;
      System.arraycopy(leftSamples, y * row, samples, start, row);
      System.arraycopy(rightSamples, y * row, samples, start + row + GAP * CHANNELS, row);
    }
    return new RgbImage(width, height, samples);
  }
}
