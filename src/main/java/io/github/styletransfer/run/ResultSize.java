package io.github.styletransfer.run;

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.job.TransferJob;
import java.util.Optional;

/** The size that a job's result will have, as the head of the photo's file tells it. */
public final class ResultSize {
  private ResultSize() {}

  /** Empty if the photo can't be used, which is reported when it is read. */
  public static Optional<ImageSize> of(TransferJob job) {
    try {
      ImageSize photo = new ImageReader(job.maxPixels()).size(job.content().file());
      ImageSize result =
          job.size().longestSide().isPresent()
              ? Resizer.withLongestSide(photo, job.size().longestSide().getAsInt())
              : photo;
      return Optional.of(result).filter(size -> size.pixels() <= job.maxPixels());
    } catch (ImageFileException e) {
      return Optional.empty();
    }
  }
}
