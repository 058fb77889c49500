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

/** Images as a page shows them: of at most 1024 pixels a side. */
final class Jpeg {
  private static final int LONGEST_SIDE = 1024;
  private static final float QUALITY = 0.92f;

  private Jpeg() {}

  static byte[] encode(RgbImage image) throws IOException {
    RgbImage small =
        Math.max(image.width(), image.height()) > LONGEST_SIDE
            ? Resizer.fitLongestSide(image, LONGEST_SIDE)
            : image;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(BufferedImages.of(small), null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
