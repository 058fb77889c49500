package io.github.styletransfer.image.read;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Parts grey and opacity of a TGA file, which its decoder takes for grey of 16 bits. */
final class TgaGrey {
  private static final int DESCRIPTOR = 17;
  private static final int OPACITY_BITS = 15;
  private static final int OPACITY_SHIFT = 24;
  private static final int ALL_COLORS = 0x10101;

  private TgaGrey() {}

  /** The image, as it is unless the file's header says that it has opacity. */
  static BufferedImage of(Path file, BufferedImage image) throws IOException {
    Raster raster = image.getRaster();
    if (raster.getNumBands() > 1
        || raster.getTransferType() != DataBuffer.TYPE_USHORT
        || opacityBits(file) != Byte.SIZE) {
      return image;
    }
    int width = image.getWidth();
    BufferedImage parted =
        new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_4BYTE_ABGR);
    int[] row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int x = 0; x < width; x++) {
        int grey = row[x] & PixelRows.MAX_BYTE;
        row[x] = row[x] >> Byte.SIZE << OPACITY_SHIFT | grey * ALL_COLORS;
      }
      parted.setRGB(0, y, width, 1, row, 0, width);
    }
    return parted;
  }

  private static int opacityBits(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(DESCRIPTOR);
      return in.read() & OPACITY_BITS;
    }
  }
}
