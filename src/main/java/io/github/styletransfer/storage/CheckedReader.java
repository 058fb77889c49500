package io.github.styletransfer.storage;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Reads a file of {@link CheckedWriter}: binary, in the machine's byte order, with its CRC-32C in
 * the last eight bytes. Sizes are checked against the file's before memory is allocated for them.
 */
public final class CheckedReader {
  private final FileChannel channel;
  private final CRC32C sum = new CRC32C();
  private long left;

  /**
   * Begins at the file's start.
   *
   * @throws IOException if the file can't be read
   */
  public CheckedReader(FileChannel channel) throws IOException {
    this.channel = channel;
    left = channel.size() - Long.BYTES;
  }

  /**
   * Fills a buffer.
   *
   * @throws IOException if the file ends before that
   */
  public void read(ByteBuffer bytes) throws IOException {
    requireLeft(bytes.remaining());
    left -= bytes.remaining();
    ByteBuffer filled = bytes.duplicate();
    fill(bytes);
    sum.update(filled);
  }

  /**
   * Reads a number.
   *
   * @throws IOException if it is out of range
   */
  public int readInt(int least, int most) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder());
    read(bytes);
    int value = bytes.getInt(0);
    if (value < least || value > most) {
      throw new IOException("a number is out of range: " + value);
    }
    return value;
  }

  /**
   * Reads a number.
   *
   * @throws IOException if the file ends before that
   */
  public double readDouble() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES).order(ByteOrder.nativeOrder());
    read(bytes);
    return bytes.getDouble(0);
  }

  /**
   * Reads text.
   *
   * @param mostBytes it may have
   * @throws IOException if it is longer, or the file ends before that
   */
  public String readText(int mostBytes) throws IOException {
    int length = readInt(0, mostBytes);
    requireLeft(length);
    byte[] bytes = new byte[length];
    read(ByteBuffer.wrap(bytes));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * Makes sure that this much is left.
   *
   * @throws IOException if it isn't
   */
  public void requireLeft(long bytes) throws IOException {
    if (bytes > left) {
      throw new EOFException("it ends too early");
    }
  }

  /**
   * Reads the checksum.
   *
   * @throws IOException if it is wrong, or isn't the next thing in the file
   */
  public void requireEnd() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
    if (left != 0) {
      throw new IOException("it is too long");
    }
    fill(bytes);
    if (bytes.getLong(0) != sum.getValue()) {
      throw new IOException("its checksum is wrong");
    }
  }

  /** In parts, as Java copies what is in its heap from native memory as large. */
  private void fill(ByteBuffer bytes) throws IOException {
    int end = bytes.limit();
    while (bytes.position() < end) {
      bytes.limit((int) Math.min(end, (long) bytes.position() + CheckedWriter.PART));
      if (channel.read(bytes) < 0) {
        throw new EOFException("it ends too early");
      }
      bytes.limit(end);
    }
  }
}
