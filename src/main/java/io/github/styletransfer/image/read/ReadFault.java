package io.github.styletransfer.image.read;

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.codec.CodecException;
import io.github.styletransfer.image.container.UnknownContainerException;
import io.github.styletransfer.storage.FileFaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What keeps an image from being read, in words. */
final class ReadFault {
  private static final String READABLE_FORMATS = "JPEG, PNG, HEIC, AVIF, WebP, TIFF, GIF or BMP";
  private static final Pattern UNSUPPORTED =
      Pattern.compile(
          "unsupported|not (yet )?(supported|implemented)|unknown (tiff )?compression",
          Pattern.CASE_INSENSITIVE);

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

  static ImageFileException noDecoder(Path file, ImageFormat format, Throwable cause) {
    return new ImageFileException(
        file,
        "is in the "
            + format
            + " format, for which there is no decoder on this system ("
            + cause.getMessage()
            + "). Convert it to JPEG or PNG.",
        cause);
  }

  static ImageFileException noJpegXlDecoder(Path file) {
    return new ImageFileException(
        file,
        "is in the JPEG XL format, for which the program djxl is needed, and it isn't on the PATH."
            + " Install it (its package is called libjxl-tools, libjxl or jpeg-xl), or convert the"
            + " file to JPEG or PNG.",
        null);
  }

  static ImageFileException decoderEnded(Path file, ImageFormat format, Throwable cause) {
    return new ImageFileException(
        file,
        "is in the "
            + format
            + " format, and the decoder failed on it: the file is damaged, or there is too little"
            + " memory. Convert it to JPEG or PNG, or copy, download or export it again.",
        cause);
  }

  static ImageFileException tookTooLong(Path file, ImageFormat format, @Nullable Throwable cause) {
    return new ImageFileException(
        file,
        "is in the "
            + format
            + " format, and took too long to decode. Make it smaller, or convert it to JPEG or PNG.",
        cause);
  }

  static ImageFileException rawWithoutPreview(Path file) {
    return new ImageFileException(
        file,
        "is a camera raw file without a preview that is large enough to use. Export it as JPEG,"
            + " PNG or TIFF with the camera's program, or another one for raw files.",
        null);
  }

  /** What a fault met while reading comes down to. */
  static ImageFileException of(Path file, ImageFormat format, Exception fault) {
    if (fault instanceof ImageFileException said) {
      return said;
    } else if (fault instanceof UncheckedIOException && fault.getCause() instanceof IOException e) {
      return of(file, format, e);
    } else if (fault.getCause() instanceof OutOfMemoryError cause) {
      return outOfMemory(file, cause);
    } else if (fault instanceof CodecException codec) {
      return of(file, format, codec);
    }
    return fault instanceof UnknownContainerException || isUnsupported(fault.getMessage())
        ? unsupportedVariant(file, format, fault)
        : damaged(file, format, fault);
  }

  private static ImageFileException of(Path file, ImageFormat format, CodecException fault) {
    return switch (fault.reason()) {
      case DAMAGED -> damaged(file, format, fault);
      case UNSUPPORTED -> unsupportedVariant(file, format, fault);
      case TIME -> tookTooLong(file, format, fault);
      case NO_DECODER -> noDecoder(file, format, fault);
      case CRASH, MEMORY, TOO_LARGE -> decoderEnded(file, format, fault);
    };
  }

  /** Decoders say in many words that a file is sound, but of a kind they don't know. */
  private static boolean isUnsupported(@Nullable String problem) {
    return problem != null && UNSUPPORTED.matcher(problem).find();
  }

  private static String pixels(ImageSize size) {
    return size.width() + " x " + size.height();
  }
}
