package io.github.styletransfer.image.read;

import io.github.styletransfer.image.AlphaChannel;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where the first frame of a GIF file lies on what a viewer shows.
 *
 * @param size size of the whole, which includes the frame
 * @param left columns to the left of the frame
 * @param top rows above the frame
 */
record GifCanvas(ImageSize size, int left, int top) {
  private static final int SIGNATURE_BYTES = 6;
  private static final int BACKGROUND_AND_ASPECT_BYTES = 2;
  private static final int TABLE_FLAG = 0x80;
  private static final int TABLE_SIZE = 7;
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;

  /**
   * The canvas of a file.
   *
   * @throws IOException when the file has no frame
   */
  static GifCanvas of(Path file) throws IOException {
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
      return new GifCanvas(size, left, top);
    }
  }

  private static int number(DataInputStream in) throws IOException {
    return Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
  }

  /** Whether the canvas is larger than a frame. */
  boolean isLargerThan(RgbImage frame) {
    return frame.width() != size.width() || frame.height() != size.height();
  }

  /** The whole with the frame on it, transparent elsewhere, which is white. */
  ReadPicture place(ReadPicture picture) {
    byte[] opacities = new byte[Math.toIntExact(size.pixels())];
    RgbImage frame = picture.pixels();
    for (int y = 0; y < frame.height(); y++) {
      int start = (y + top) * size.width() + left;
      if (picture.opacity().isPresent()) {
        byte[] values = picture.opacity().get().values();
        System.arraycopy(values, y * frame.width(), opacities, start, frame.width());
      } else {
        Arrays.fill(opacities, start, start + frame.width(), (byte) PixelRows.MAX_BYTE);
      }
    }
    return new ReadPicture(placed(frame), Optional.of(new AlphaChannel(size, opacities)));
  }

  private RgbImage placed(RgbImage frame) {
    byte[] samples = new byte[Math.toIntExact(size.pixels() * RgbImage.CHANNELS)];
    Arrays.fill(samples, (byte) PixelRows.MAX_BYTE);
    int row = frame.width() * RgbImage.CHANNELS;
    for (int y = 0; y < frame.height(); y++) {
      System.arraycopy(
          frame.samples(),
          y * row,
          samples,
          ((y + top) * size.width() + left) * RgbImage.CHANNELS,
          row);
    }
    return new RgbImage(size.width(), size.height(), samples);
  }
}
