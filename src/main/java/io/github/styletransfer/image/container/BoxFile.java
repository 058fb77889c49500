package io.github.styletransfer.image.container;

import io.github.styletransfer.image.codec.ByteRange;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a file's boxes. */
final class BoxFile implements Closeable {
  private static final int HEADER_BYTES = 8;
  private static final int LARGE_HEADER_BYTES = 16;
  private static final int MOST_BOXES = 1 << 16;

  /** Of boxes that are read as a whole: lists of a file's pictures, profiles. */
  private static final int MOST_BYTES = 1 << 24;

  private final FileChannel file;

  private BoxFile(FileChannel file) {
    this.file = file;
  }

  static BoxFile open(Path path) throws IOException {
    return new BoxFile(FileChannel.open(path));
  }

  /** The file's own boxes, as far as they are whole. */
  List<Box> boxes() throws IOException {
    return boxes(new ByteRange(0, file.size()));
  }

  /**
   * The boxes in a part of the file, as far as they are whole.
   *
   * @throws FaultyContainerException if there are too many of them
   */
  List<Box> boxes(ByteRange part) throws IOException {
    List<Box> boxes = new ArrayList<>();
    long at = part.offset();
    while (part.end() - at >= HEADER_BYTES) {
      ByteBuffer header = bytes(at, (int) Math.min(LARGE_HEADER_BYTES, part.end() - at));
      long length = Integer.toUnsignedLong(header.getInt());
      byte[] type = new byte[Integer.BYTES];
      header.get(type);
      int headerBytes = HEADER_BYTES;
      if (length == 1 && header.remaining() >= Long.BYTES) {
        length = header.getLong();
        headerBytes = LARGE_HEADER_BYTES;
      } else if (length == 0) {
        length = part.end() - at;
      }
      if (length < headerBytes || length > part.end() - at) {
        break;
      }
      boxes.add(
          new Box(
              new String(type, StandardCharsets.ISO_8859_1),
              new ByteRange(at + headerBytes, length - headerBytes)));
      if (boxes.size() > MOST_BOXES) {
        throw new FaultyContainerException("more than " + MOST_BOXES + " boxes");
      }
      at += length;
    }
    return boxes;
  }

  /** The first of some boxes that has a type. */
  static Optional<Box> first(List<Box> boxes, String type) {
    return boxes.stream().filter(box -> box.type().equals(type)).findFirst();
  }

  /**
   * A box's bytes.
   *
   * @throws FaultyContainerException if there are more than a box of its kind has
   */
  ByteBuffer bytes(Box box) throws IOException {
    if (box.content().length() > MOST_BYTES) {
      throw new FaultyContainerException(
          "a box " + box.type() + " of " + box.content().length() + " bytes");
    }
    return bytes(box.content().offset(), (int) box.content().length());
  }

  /** Some of the file's bytes, in big-endian order. */
  ByteBuffer bytes(long offset, int length) throws IOException {
    if (offset > file.size() - length) {
      throw new EOFException(length + " bytes at " + offset + " of " + file.size());
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, offset + bytes.position()) < 0) {
        throw new EOFException(length + " bytes at " + offset);
      }
    }
    return bytes.flip();
  }

  long size() throws IOException {
    return file.size();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
