package io.github.styletransfer.image.read;

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.ImageSize;
import java.nio.file.Path;

/**
 * How many pixels an image may have.
 *
 * @param most of them
 */
record PixelLimit(long most) {
  /**
   * Checks an image before it is decoded.
   *
   * @return its size
   * @throws ImageFileException if it has more pixels, or none
   */
  ImageSize check(Path file, ImageSize size) throws ImageFileException {
    if (size.width() < 1 || size.height() < 1) {
      throw ReadFault.noPixels(file, size);
    }
    if (size.pixels() > most) {
      throw ReadFault.tooManyPixels(file, size, most);
    }
    return size;
  }
}
