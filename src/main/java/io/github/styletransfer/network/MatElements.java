package io.github.styletransfer.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/**
 * The outermost structure of a MATLAB 5 file: a header, then elements that tell their own length.
 */
final class MatElements {
  private static final int TAG_BYTES = 8;
  private static final int TYPE_MATRIX = 14;
  private static final int TYPE_COMPRESSED = 15;

  private MatElements() {}

  /**
   * Walks over the elements without reading them; moves the channel's position.
   *
   * @return the length the file must have for its elements to be whole, which is more than it has
   *     when it was cut short; -1 if there is something else between the elements
   */
  static long requiredBytes(FileChannel channel, ByteOrder order) throws IOException {
    long position = MatSignature.HEADER_BYTES;
    while (position < channel.size()) {
      if (position + TAG_BYTES > channel.size()) {
        return position + TAG_BYTES;
      }
      channel.position(position);
      ByteBuffer tag =
          ByteBuffer.wrap(Channels.newInputStream(channel).readNBytes(TAG_BYTES)).order(order);
      int type = tag.getInt(0);
      if (type != TYPE_MATRIX && type != TYPE_COMPRESSED) {
        return -1;
      }
      position += TAG_BYTES + Integer.toUnsignedLong(tag.getInt(Integer.BYTES));
    }
    return position;
  }
}
