package io.github.styletransfer.image.write;

import io.github.styletransfer.image.BufferedImages;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.storage.AtomicFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Images as PNG, made without temporary files. */
public final class PngEncoder {
  private PngEncoder() {}

  /** An image as the bytes of a file. */
  public static byte[] encode(RgbImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    encode(BufferedImages.of(image), bytes);
    return bytes.toByteArray();
  }

  /**
   * Writes a file.
   *
   * @param file replaced if it exists
   * @throws IOException if it can't be written; an existing one is then unchanged
   */
  public static void write(BufferedImage image, Path file) throws IOException {
    AtomicFile.write(file, out -> encode(image, out));
  }

  private static void encode(BufferedImage image, OutputStream out) throws IOException {
    ImageWriter encoder = ImageIO.getImageWritersByFormatName("png").next();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      encoder.setOutput(stream);
      encoder.write(image);
    } finally {
      encoder.dispose();
    }
  }
}
