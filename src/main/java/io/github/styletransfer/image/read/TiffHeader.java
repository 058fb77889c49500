package io.github.styletransfer.image.read;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/** Looks into the first directory of a TIFF file, before its decoder believes what it says. */
final class TiffHeader {
  private static final int LITTLE_ENDIAN = 0x4949;
  private static final int BIG_FILE = 43;
  private static final int BIG_HEADER_BYTES = 8;
  private static final int SAMPLES_PER_PIXEL = 277;
  private static final int SHORT_TYPE = 3;
  private static final int MOST_SAMPLES = 1000;

  private TiffHeader() {}

  /**
   * Checks the number of samples per pixel, for each of which the decoder takes memory.
   *
   * @throws IIOException when there are too many
   */
  static void check(ImageInputStream in) throws IOException {
    try {
      in.setByteOrder(
          in.readUnsignedShort() == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      checkEntries(in, in.readUnsignedShort() == BIG_FILE);
    } catch (EOFException | IndexOutOfBoundsException e) {
      // The decoder says that better.
      in.seek(0);
    }
    in.setByteOrder(ByteOrder.BIG_ENDIAN);
    in.seek(0);
  }

  private static void checkEntries(ImageInputStream in, boolean big) throws IOException {
    if (big) {
      in.seek(BIG_HEADER_BYTES);
    }
    in.seek(big ? in.readLong() : in.readUnsignedInt());
    long entries = big ? in.readLong() : in.readUnsignedShort();
    for (long i = 0; i < entries; i++) {
      int tag = in.readUnsignedShort();
      int type = in.readUnsignedShort();
      in.skipBytes(big ? Long.BYTES : Integer.BYTES);
      long next = in.getStreamPosition() + (big ? Long.BYTES : Integer.BYTES);
      long value = type == SHORT_TYPE ? in.readUnsignedShort() : in.readUnsignedInt();
      if (tag == SAMPLES_PER_PIXEL && value > MOST_SAMPLES) {
        throw new IIOException("Unsupported number of samples: " + value);
      }
      in.seek(next);
    }
  }
}
