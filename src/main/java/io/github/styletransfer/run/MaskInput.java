package io.github.styletransfer.run;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.InputFile;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.retouch.Mask;
import java.io.IOException;

/**
 * Reads the image that says where the photo is painted.
 *
 * @param file the image
 * @param photo the photo's size in its file
 */
record MaskInput(InputFile file, ImageSize photo) {
  /**
   * The mask.
   *
   * @param result its size
   * @throws IOException if the image can't be read
   * @throws UserException if it has other proportions than the photo, or nothing would be painted
   */
  Mask read(ImageReader reader, ImageSize result) throws IOException, UserException {
    RgbImage image = file.read(reader);
    if (!Proportions.areLike(image.size(), photo)) {
      throw new UserException(
          ExitCode.IMAGE,
          ("%s has %d x %d pixels and the photo %d x %d, which are different proportions: make the"
                  + " mask from the photo, in its size or any other of the same proportions.")
              .formatted(file, image.width(), image.height(), photo.width(), photo.height()));
    }
    Mask mask = Mask.of(Resizer.resize(image, result.width(), result.height()));
    if (mask.isBlack()) {
      throw new UserException(
          ExitCode.IMAGE,
          file
              + " is black all over, so nothing would be painted: make it white where the photo is to"
              + " be painted.");
    }
    return mask;
  }
}
