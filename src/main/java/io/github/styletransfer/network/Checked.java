package io.github.styletransfer.network;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** Reads a file whose last eight bytes are the CRC-32C of the others. */
final class Checked {
  private final FileChannel channel;
  private final CRC32C sum = new CRC32C();
  private long left;

  Checked(FileChannel channel) throws IOException {
    this.channel = channel;
    left = channel.size() - Long.BYTES;
  }

  /** Fills a buffer. */
  void read(ByteBuffer bytes) throws IOException {
    requireLeft(bytes.remaining());
    left -= bytes.remaining();
    ByteBuffer filled = bytes.duplicate();
    fill(bytes);
    sum.update(filled);
  }

  /**
   * Reads a number.
   *
   * @throws IOException if it is out of its range
   */
  int readInt(int least, int most) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder());
    read(bytes);
    int value = bytes.getInt(0);
    if (value < least || value > most) {
      throw new IOException("a number is out of its range: " + value);
    }
    return value;
  }

  void requireLeft(long bytes) throws IOException {
    if (bytes > left) {
      throw new EOFException("it ends too early");
    }
  }

  /**
   * Reads the checksum.
   *
   * @throws IOException if it is wrong, or something stands before it
   */
  void requireEnd() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
    if (left != 0) {
      throw new IOException("it is too long");
    }
    fill(bytes);
    if (bytes.getLong(0) != sum.getValue()) {
      throw new IOException("its checksum is wrong");
    }
  }

  private void fill(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new EOFException("it ends too early");
      }
    }
  }
}
