package io.github.styletransfer.image;

import io.github.styletransfer.storage.AtomicFile;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
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
      throw ImageFileException.unwritable(file, e);
    }
  }

  private static void encode(RgbImage image, String format, Path file) throws IOException {
    javax.imageio.ImageWriter encoder = ImageIO.getImageWritersByFormatName(format).next();
    try (ImageOutputStream out = new FileImageOutputStream(file.toFile())) {
      EncoderSettings settings = EncoderSettings.of(encoder, format);
      encoder.setOutput(out);
      encoder.write(
          null, new IIOImage(wrap(image), null, settings.metadata()), settings.parameters());
    } finally {
      encoder.dispose();
    }
  }

  /** The samples as an image of the JDK, sharing the array. */
  private static BufferedImage wrap(RgbImage image) {
    int width = image.width();
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(image.samples(), image.samples().length),
            width,
            image.height(),
            width * RgbImage.CHANNELS,
            RgbImage.CHANNELS,
            new int[] {0, 1, 2},
            null);
    ComponentColorModel colours =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            ComponentColorModel.OPAQUE,
            DataBuffer.TYPE_BYTE);
    return new BufferedImage(colours, raster, false, null);
  }

  private static String ending(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.substring(Math.max(0, name.lastIndexOf('.')));
  }
}
