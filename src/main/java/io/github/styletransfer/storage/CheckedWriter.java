package io.github.styletransfer.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Writes binary files for this machine only, in its byte order, with their CRC-32C in the last
 * eight bytes. {@link CheckedReader} reads them.
 */
public final class CheckedWriter {
  static final int PART = 1 << 20;

  private final FileChannel channel;
  private final CRC32C sum = new CRC32C();

  /** Writes from the channel's position on. */
  public CheckedWriter(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Writes what is left in a buffer.
   *
   * @throws IOException if it can't be written
   */
  public void write(ByteBuffer bytes) throws IOException {
    sum.update(bytes.duplicate());
    put(bytes);
  }

  /**
   * Writes a number.
   *
   * @throws IOException if it can't be written
   */
  public void writeInt(int value) throws IOException {
    write(buffer(Integer.BYTES).putInt(0, value));
  }

  /**
   * Writes a number.
   *
   * @throws IOException if it can't be written
   */
  public void writeDouble(double value) throws IOException {
    write(buffer(Double.BYTES).putDouble(0, value));
  }

  /**
   * Writes text, with its length before it.
   *
   * @throws IOException if it can't be written
   */
  public void writeText(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    writeInt(bytes.length);
    write(ByteBuffer.wrap(bytes));
  }

  /**
   * Writes the checksum; call it last.
   *
   * @throws IOException if it can't be written
   */
  public void end() throws IOException {
    put(buffer(Long.BYTES).putLong(0, sum.getValue()));
  }

  /** In parts, as Java copies what is in its heap to native memory as large. */
  private void put(ByteBuffer bytes) throws IOException {
    int end = bytes.limit();
    while (bytes.position() < end) {
      bytes.limit((int) Math.min(end, (long) bytes.position() + PART));
      channel.write(bytes);
      bytes.limit(end);
    }
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
  }
}
