package io.github.styletransfer.image.read;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds where the first frame of a GIF file lies on what a viewer shows. */
final class GifCanvas {
  private static final int SIGNATURE_BYTES = 6;
  private static final int BACKGROUND_AND_ASPECT_BYTES = 2;
  private static final int TABLE_FLAG = 0x80;
  private static final int TABLE_SIZE = 7;
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;

  private GifCanvas() {}

  /**
   * The canvas of a file.
   *
   * @throws IOException when the file has no frame
   */
  static Canvas of(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.skipNBytes(SIGNATURE_BYTES);
      int width = number(in);
      int height = number(in);
      int flags = in.readUnsignedByte();
      in.skipNBytes(BACKGROUND_AND_ASPECT_BYTES);
      if ((flags & TABLE_FLAG) != 0) {
        in.skipNBytes((long) RgbImage.CHANNELS << ((flags & TABLE_SIZE) + 1));
      }
      int block = in.readUnsignedByte();
      while (block == EXTENSION) {
        in.skipNBytes(1);
        int length = in.readUnsignedByte();
        while (length > 0) {
          in.skipNBytes(length);
          length = in.readUnsignedByte();
        }
        block = in.readUnsignedByte();
      }
      if (block != IMAGE) {
        throw new IOException("No frame in the GIF file");
      }
      int left = number(in);
      int top = number(in);
      ImageSize size =
          new ImageSize(Math.max(width, left + number(in)), Math.max(height, top + number(in)));
      return new Canvas(size, left, top);
    }
  }

  private static int number(DataInputStream in) throws IOException {
    return Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
  }
}
