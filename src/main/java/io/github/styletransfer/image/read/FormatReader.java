package io.github.styletransfer.image.read;

import io.github.styletransfer.image.ImageSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the files of some formats. What goes wrong, it says in words for the user where they say
 * more than what {@link ReadFault} makes of other exceptions.
 */
interface FormatReader {
  /**
   * The size that an image will have once read, from its head alone.
   *
   * @throws IOException if it can't be read
   */
  ImageSize size(Path file) throws IOException;

  /**
   * Reads an image.
   *
   * @param name that it goes by in the log
   * @throws IOException if it can't be read, or has more pixels than it may have, which is found
   *     out before any is decoded
   */
  ReadPicture read(Path file, String name) throws IOException;

  /**
   * The colour profile that an image is stored with, whether it can be used or not.
   *
   * @throws IOException if it can't be read
   */
  Optional<byte[]> profile(Path file) throws IOException;
}
