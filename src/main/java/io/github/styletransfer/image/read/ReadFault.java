package io.github.styletransfer.image.read;

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.storage.FileFaults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What keeps an image from being read, in words. */
final class ReadFault {
  private static final String READABLE_FORMATS = "JPEG, PNG, BMP, GIF, TIFF or WebP";
  private static final int MEBIBYTE = 1 << 20;

  private ReadFault() {}

  static ImageFileException missing(Path file, IOException cause) {
    return new ImageFileException(file, "does not exist. Check the name and the folder.", cause);
  }

  static ImageFileException folder(Path file) {
    return new ImageFileException(file, "is a folder. Give the path of one image file.", null);
  }

  static ImageFileException empty(Path file) {
    return new ImageFileException(
        file, "is empty (0 bytes). Copy, download or export it again.", null);
  }

  static ImageFileException accessDenied(Path file, IOException cause) {
    return new ImageFileException(
        file, "can't be read: permission denied. Change the file's permissions.", cause);
  }

  static ImageFileException unreadable(Path file, IOException cause) {
    return new ImageFileException(
        file, "can't be read (" + FileFaults.inWords(cause) + "). Check the disk it is on.", cause);
  }

  static ImageFileException notAnImage(Path file, String description) {
    return new ImageFileException(
        file,
        "is not an image: it looks like " + description + ". Give a " + READABLE_FORMATS + " file.",
        null);
  }

  static ImageFileException unsupportedFormat(Path file, String format) {
    return new ImageFileException(
        file,
        "is in the " + format + " format, which can't be read. Convert it to JPEG or PNG.",
        null);
  }

  static ImageFileException unsupportedVariant(
      Path file, ImageFormat format, @Nullable Throwable cause) {
    return new ImageFileException(
        file,
        "is an unusual kind of "
            + format
            + " that can't be read. Convert it to an ordinary JPEG or PNG.",
        cause);
  }

  static ImageFileException damaged(Path file, ImageFormat format, @Nullable Throwable cause) {
    return new ImageFileException(
        file,
        "is a damaged or incomplete " + format + " file. Copy, download or export it again.",
        cause);
  }

  static ImageFileException noPixels(Path file, ImageSize size) {
    return new ImageFileException(
        file, "has no pixels (" + pixels(size) + "). Copy, download or export it again.", null);
  }

  static ImageFileException tooManyPixels(Path file, ImageSize size, long limit) {
    return new ImageFileException(
        file,
        String.format(
            Locale.ROOT,
            "has %s = %,d pixels, more than the limit of %,d. Make the image smaller, or raise"
                + " --max-pixels.",
            pixels(size),
            size.pixels(),
            limit),
        null);
  }

  static ImageFileException outOfMemory(Path file, OutOfMemoryError cause) {
    return new ImageFileException(
        file,
        "doesn't fit into the Java heap of "
            + Runtime.getRuntime().maxMemory() / MEBIBYTE
            + " MiB. Make the image smaller, or allow more memory with java -Xmx.",
        cause);
  }

  private static String pixels(ImageSize size) {
    return size.width() + " x " + size.height();
  }
}
