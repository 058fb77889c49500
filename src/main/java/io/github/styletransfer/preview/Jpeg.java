package io.github.styletransfer.preview;

import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import java.awt.image.BufferedImage;
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
    BufferedImage pixels =
        new BufferedImage(small.width(), small.height(), BufferedImage.TYPE_INT_RGB);
    byte[] samples = small.samples();
    int[] row = new int[small.width()];
    for (int y = 0, i = 0; y < small.height(); y++) {
      for (int x = 0; x < row.length; x++, i += RgbImage.CHANNELS) {
        row[x] =
            Byte.toUnsignedInt(samples[i]) << 16
                | Byte.toUnsignedInt(samples[i + 1]) << 8
                | Byte.toUnsignedInt(samples[i + 2]);
      }
      pixels.setRGB(0, y, row.length, 1, row, 0, row.length);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(pixels, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
