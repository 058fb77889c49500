package io.github.styletransfer.tensorboard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The frame of a TFRecord: length, its checksum, the data, their checksum, all little-endian. The
 * checksums are CRC-32C, masked as TensorFlow does it.
 */
final class RecordFrame {
  private static final int MASK_DELTA = 0xa282ead8;
  private static final int MASK_ROTATION = 15;

  private RecordFrame() {}

  static byte[] of(byte[] data) {
    ByteBuffer frame =
        ByteBuffer.allocate(Long.BYTES + Integer.BYTES + data.length + Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    frame.putLong(data.length);
    frame.putInt(maskedChecksum(frame.array(), Long.BYTES));
    frame.put(data);
    frame.putInt(maskedChecksum(data, data.length));
    return frame.array();
  }

  private static int maskedChecksum(byte[] data, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(data, 0, length);
    return Integer.rotateRight((int) checksum.getValue(), MASK_ROTATION) + MASK_DELTA;
  }
}
