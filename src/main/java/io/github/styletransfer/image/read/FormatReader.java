package io.github.styletransfer.image.read;

import io.github.styletransfer.image.ImageSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the files of some formats. */
interface FormatReader {
  /**
   * The size that an image will have once read, from its head alone.
   *
   * @throws IOException if it can't be read; in words for the user where they say more than that
   *     the file is damaged
   */
  ImageSize size(Path file) throws IOException;

  /**
   * Reads an image, whose size has been found to be one that can be read.
   *
   * @param name that it goes by in the log
   * @throws IOException as {@link #size} does
   */
  ReadPicture read(Path file, String name) throws IOException;

  /**
   * The colour profile that an image is stored with, whether it can be used or not.
   *
   * @throws IOException as {@link #size} does
   */
  Optional<byte[]> profile(Path file) throws IOException;
}
