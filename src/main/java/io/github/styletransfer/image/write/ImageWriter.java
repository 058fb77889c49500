package io.github.styletransfer.image.write;

import io.github.styletransfer.image.DeepImage;
import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.codec.CodecException;
import io.github.styletransfer.image.codec.WebpEncoder;
import io.github.styletransfer.storage.AtomicFile;
import io.github.styletransfer.storage.FileFaults;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;

/** Saves images in the format of the file's ending; each file says what its colours are. */
public final class ImageWriter {
  private final FileSettings settings;

  /** A writer of good quality, whose files say nothing but their colours. */
  public ImageWriter() {
    this(FileSettings.DEFAULT);
  }

  /** A writer of files of some kind. */
  public ImageWriter(FileSettings settings) {
    this.settings = settings;
  }

  /** The endings that can be written, in lower case with the dot, sorted. */
  public static List<String> supportedEndings() {
    return OutputFormat.allEndings();
  }

  /** Whether a file of this name can be written; the case of its ending doesn't matter. */
  public static boolean isSupported(Path file) {
    return OutputFormat.of(file).isPresent();
  }

  /**
   * Writes an image to a file, which other programs never see half-written.
   *
   * @param image the image
   * @param file the file, replaced if it exists; its folder must exist
   * @throws IllegalArgumentException when the ending isn't one of {@link #supportedEndings}
   * @throws ImageFileException when the file can't be written; an existing one is then unchanged
   */
  public void write(RgbImage image, Path file) throws ImageFileException {
    write(Pixels.of(image, settings), file);
  }

  /**
   * Writes an image in 8 bits, made of one in 16, so that conversions of its colours are exact.
   *
   * @throws ImageFileException as {@link #write(RgbImage, Path)} does
   */
  public void write(DeepImage image, Path file) throws ImageFileException {
    write(Pixels.converted(image, settings, DataBuffer.TYPE_BYTE), file);
  }

  /**
   * Writes an image in 16 bits.
   *
   * @param file of a format that can hold them
   * @throws ImageFileException as {@link #write(RgbImage, Path)} does
   */
  public void writeDeep(DeepImage image, Path file) throws ImageFileException {
    write(Pixels.converted(image, settings, DataBuffer.TYPE_USHORT), file);
  }

  /**
   * Makes sure, before hours of work, that a file of a picture can be written.
   *
   * @param size the picture's
   * @throws ImageFileException when it can't
   */
  public static void requirePossible(Path file, ImageSize size) throws ImageFileException {
    if (!OutputFormat.of(file).equals(Optional.of(OutputFormat.WEBP))) {
      return;
    }
    if (Math.max(size.width(), size.height()) > WebpEncoder.MOST_SIDE) {
      throw new ImageFileException(
          file,
          "can't be written: a WebP file has at most %,d pixels to a side, not %d x %d. Let its name end in .png or .jpg."
              .formatted(WebpEncoder.MOST_SIDE, size.width(), size.height()),
          null);
    }
    try {
      WebpEncoder.require();
    } catch (CodecException e) {
      throw new ImageFileException(
          file,
          "can't be written: the library for WebP doesn't load on this system. Let its name end in"
              + " .png or .jpg.",
          e);
    }
  }

  /** Whether files can be written in the colours of a profile. */
  public static boolean isUsable(ICC_Profile profile) {
    return Pixels.isUsable(profile);
  }

  private void write(BufferedImage image, Path file) throws ImageFileException {
    Encoder encoder =
        Encoder.of(
            OutputFormat.of(file)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            file
                                + " has none of the endings "
                                + String.join(", ", supportedEndings()))));
    try {
      AtomicFile.replace(file, temporary -> encode(image, encoder, temporary));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private void encode(BufferedImage image, Encoder encoder, Path file) throws IOException {
    try (ImageOutputStream out = new FileImageOutputStream(file.toFile())) {
      encoder.write(image, settings, out);
    }
  }

  private static ImageFileException unwritable(Path file, IOException cause) {
    return new ImageFileException(
        file,
        "can't be written ("
            + FileFaults.inWords(cause)
            + "). Check that its folder exists, allows writing and has free space.",
        cause);
  }
}
