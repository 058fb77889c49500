package io.github.styletransfer.preview;

import io.github.styletransfer.image.BufferedImages;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * An image as a page shows it: of at most 1024 pixels a side; a small one, whose pixels may be seen
 * one by one, without loss.
 */
final class WebImage {
  private static final int LONGEST_SIDE = 1024;
  private static final int SMALL = 256;
  private static final float QUALITY = 0.92f;

  private final String type;
  private final byte[] bytes;

  private WebImage(String type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes;
  }

  /** Encodes an image. */
  static WebImage of(RgbImage image) throws IOException {
    int longest = Math.max(image.width(), image.height());
    if (longest <= SMALL) {
      return new WebImage("image/png", encode("png", image));
    }
    return new WebImage(
        "image/jpeg",
        encode(
            "jpeg", longest > LONGEST_SIDE ? Resizer.fitLongestSide(image, LONGEST_SIDE) : image));
  }

  /** The media type. */
  String type() {
    return type;
  }

  byte[] bytes() {
    return bytes;
  }

  private static byte[] encode(String format, RgbImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(QUALITY);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(BufferedImages.of(image), null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
