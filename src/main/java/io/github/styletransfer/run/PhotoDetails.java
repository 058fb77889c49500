package io.github.styletransfer.run;

import io.github.styletransfer.image.AlphaChannel;
import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.metadata.PhotoFacts;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.image.write.ImageWriter;
import io.github.styletransfer.job.TransferJob;
import java.awt.color.ICC_Profile;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the result's file gets from the photo's beside its pixels.
 *
 * @param facts that the file says
 * @param profile whose colours it has; empty for sRGB
 * @param alpha where it is transparent, at the result's size
 */
record PhotoDetails(PhotoFacts facts, Optional<ICC_Profile> profile, Optional<AlphaChannel> alpha) {
  private static final Logger LOG = LoggerFactory.getLogger(PhotoDetails.class);

  /**
   * Reads as much of the photo again as the job asks for.
   *
   * @param size the result's
   * @throws ImageFileException if the file can't be read any longer, or the result's never be
   *     written
   */
  static PhotoDetails read(TransferJob job, ImageReader reader, ImageSize size)
      throws ImageFileException {
    ImageWriter.requirePossible(job.files().result(), size);
    Path photo = job.content().file();
    return new PhotoDetails(
        job.output().isDescribed(job.files().result()) ? PhotoFacts.of(photo) : PhotoFacts.NONE,
        job.output().keepProfile() ? profile(job, reader) : Optional.empty(),
        job.output().keepAlpha() ? alpha(job, reader, size) : Optional.empty());
  }

  private static Optional<AlphaChannel> alpha(TransferJob job, ImageReader reader, ImageSize size)
      throws ImageFileException {
    Optional<AlphaChannel> alpha = reader.opacity(job.content().file());
    if (alpha.isEmpty()) {
      LOG.info("{} has no transparency that can be kept: the result is opaque", job.content());
    }
    return alpha.map(some -> some.resized(size, job.method().resampling()));
  }

  private static Optional<ICC_Profile> profile(TransferJob job, ImageReader reader)
      throws ImageFileException {
    Optional<ICC_Profile> own = reader.profile(job.content().file());
    Optional<ICC_Profile> usable = own.filter(ImageWriter::isUsable);
    if (usable.isEmpty()) {
      LOG.info(
          "{} {}: the result is in sRGB",
          job.content(),
          own.isEmpty()
              ? "has no colour profile of its own"
              : "has a colour profile that pictures can't be painted in");
    }
    return usable;
  }
}
