package io.github.styletransfer.network.pytorch;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads parts of a file. */
final class ChannelBytes {
  private ChannelBytes() {}

  /**
   * Reads a part.
   *
   * @param count of bytes, which the file is known to have
   * @return in an array of its own, big-endian, from 0 on
   * @throws EOFException if the file has got shorter
   */
  static ByteBuffer read(FileChannel channel, long position, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, position + bytes.position()) < 0) {
        throw new EOFException("it ends too early");
      }
    }
    return bytes.flip();
  }
}
