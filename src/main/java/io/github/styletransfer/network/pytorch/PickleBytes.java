package io.github.styletransfer.network.pytorch;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Bytes with pickles in them, one after the other. */
final class PickleBytes extends ByteArrayInputStream {
  PickleBytes(byte[] bytes) {
    super(bytes);
  }

  /** How many bytes have been read. */
  int position() {
    return pos;
  }

  /** Whether as many bytes follow as the next four, a little-endian number, say. */
  boolean hasCounted() {
    int rest = available() - Integer.BYTES;
    return rest >= 0
        && Integer.compareUnsigned(
                ByteBuffer.wrap(buf).order(ByteOrder.LITTLE_ENDIAN).getInt(pos), rest)
            <= 0;
  }
}
