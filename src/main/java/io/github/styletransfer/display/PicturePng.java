package io.github.styletransfer.display;

import io.github.styletransfer.image.BufferedImages;
import io.github.styletransfer.image.RgbImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** An image as terminals take it: PNG, in Base64. */
final class PicturePng {
  private PicturePng() {}

  static byte[] of(RgbImage image) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(BufferedImages.of(image), "png", png)) {
        throw new IOException("there is no PNG encoder");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
