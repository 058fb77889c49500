package io.github.styletransfer.image.write;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Writes BMP. The JDK's encoder writes a header without colours or facts; every program takes such
 * files for sRGB.
 */
final class BmpEncoder implements Encoder {
  @Override
  public void write(BufferedImage image, FileSettings settings, ImageOutputStream out)
      throws IOException {
    ImageWriter encoder = Encoder.ofJdk("bmp");
    Encoder.write(encoder, encoder.getDefaultWriteParam(), image, null, out);
  }
}
