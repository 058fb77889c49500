package io.github.styletransfer.image.write;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes one format. */
interface Encoder {
  /**
   * Writes a file.
   *
   * @param image of interleaved samples
   * @param out gets the file's bytes
   */
  void write(BufferedImage image, FileSettings settings, ImageOutputStream out) throws IOException;

  /** The encoder of a format. */
  static Encoder of(OutputFormat format) {
    return switch (format) {
      case JPEG -> new JpegEncoder();
      case PNG -> new PngFileEncoder();
      case BMP -> new BmpEncoder();
      case TIFF -> new TiffEncoder();
      case WEBP -> new WebpFileEncoder();
    };
  }

  /** The JDK's own encoder of a format, and not one that another library puts before it. */
  static ImageWriter ofJdk(String format) throws IOException {
    var all = ImageIO.getImageWritersByFormatName(format);
    while (all.hasNext()) {
      ImageWriter encoder = all.next();
      if (encoder.getClass().getModule().equals(ImageIO.class.getModule())) {
        return encoder;
      }
      encoder.dispose();
    }
    throw new IOException("this Java can't write " + format);
  }

  /**
   * Writes by an encoder, which is disposed of.
   *
   * @param metadata what the encoder writes beside the pixels; null for what it always does
   */
  static void write(
      ImageWriter encoder,
      ImageWriteParam parameters,
      BufferedImage image,
      @Nullable IIOMetadata metadata,
      ImageOutputStream out)
      throws IOException {
    try {
      encoder.setOutput(out);
      encoder.write(null, new IIOImage(image, null, metadata), parameters);
    } finally {
      encoder.dispose();
    }
  }
}
