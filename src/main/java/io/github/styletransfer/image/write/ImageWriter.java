package io.github.styletransfer.image.write;

import io.github.styletransfer.image.BufferedImages;
import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.storage.AtomicFile;
import io.github.styletransfer.storage.FileFaults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;

/**
 * Saves images in the format of the file's ending: JPEG (quality 95, chroma at full resolution),
 * PNG, BMP or TIFF.
 */
public final class ImageWriter {
  private static final Map<String, String> FORMATS =
      new TreeMap<>(
          Map.of(
              ".jpg", "jpeg", ".jpeg", "jpeg", ".png", "png", ".bmp", "bmp", ".tif", "tiff",
              ".tiff", "tiff"));

  /** The endings that can be written, in lower case with the dot, sorted. */
  public static List<String> supportedEndings() {
    return List.copyOf(FORMATS.keySet());
  }

  /** Whether a file of this name can be written; the case of its ending doesn't matter. */
  public static boolean isSupported(Path file) {
    return FORMATS.containsKey(ending(file));
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
    String format = FORMATS.get(ending(file));
    if (format == null) {
      throw new IllegalArgumentException(
          file + " has none of the endings " + String.join(", ", supportedEndings()));
    }
    try {
      AtomicFile.replace(file, temporary -> encode(image, format, temporary));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static void encode(RgbImage image, String format, Path file) throws IOException {
    javax.imageio.ImageWriter encoder = ImageIO.getImageWritersByFormatName(format).next();
    try (ImageOutputStream out = new FileImageOutputStream(file.toFile())) {
      EncoderSettings settings = EncoderSettings.of(encoder, format);
      encoder.setOutput(out);
      encoder.write(
          null,
          new IIOImage(BufferedImages.of(image), null, settings.metadata()),
          settings.parameters());
    } finally {
      encoder.dispose();
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

  private static String ending(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.substring(Math.max(0, name.lastIndexOf('.')));
  }
}
