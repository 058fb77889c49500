package io.github.styletransfer.image.read;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.codec.ByteRange;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JPEG inside of another file. Makers of cameras hide it in places of their own, but the start of
 * a JPEG can't be taken for something else: segments, each of which says where the next one is.
 *
 * @param place where it is
 * @param size of its picture, as stored
 */
record EmbeddedJpeg(ByteRange place, ImageSize size) {
  private static final int BYTE = 0xff;
  private static final int START_OF_IMAGE = 0xd8;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int START_OF_SCAN = 0xda;
  private static final int BASELINE = 0xc0;
  private static final int PROGRESSIVE = 0xc2;
  private static final int FIRST_RESTART = 0xd0;
  private static final int FIRST_SEGMENT = 0xc0;
  private static final int FRAME_BYTES = 9;
  private static final int BITS = 8;
  private static final int MOST_SEGMENTS = 1000;
  private static final int MARKER_BYTES = 2;

  /** The one with most pixels, if there is any. */
  static Optional<EmbeddedJpeg> largest(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      int length = (int) Math.min(Integer.MAX_VALUE, file.size());
      MappedByteBuffer bytes = file.map(FileChannel.MapMode.READ_ONLY, 0, length);
      EmbeddedJpeg largest = null;
      int at = 0;
      while (at < length - MARKER_BYTES) {
        EmbeddedJpeg found = isStart(bytes, at) ? at(bytes, at) : null;
        if (found != null && (largest == null || found.pixels() > largest.pixels())) {
          largest = found;
        }
        at = found == null ? at + 1 : (int) found.place().end();
      }
      return Optional.ofNullable(largest);
    }
  }

  private long pixels() {
    return size.pixels();
  }

  private static boolean isStart(MappedByteBuffer bytes, int at) {
    return bytes.get(at) == (byte) BYTE
        && bytes.get(at + 1) == (byte) START_OF_IMAGE
        && bytes.get(at + 2) == (byte) BYTE;
  }

  /** The JPEG that begins at a place; null if none does that could be read. */
  private static @Nullable EmbeddedJpeg at(MappedByteBuffer bytes, int start) {
    int at = start + MARKER_BYTES;
    ImageSize size = null;
    for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
      if (at + MARKER_BYTES + FRAME_BYTES >= bytes.limit() || bytes.get(at) != (byte) BYTE) {
        return null;
      }
      int marker = bytes.get(at + 1) & BYTE;
      if (marker < FIRST_SEGMENT || (marker >= FIRST_RESTART && marker <= END_OF_IMAGE)) {
        return null;
      }
      if (marker == BASELINE || marker == BASELINE + 1 || marker == PROGRESSIVE) {
        if (bytes.get(at + MARKER_BYTES + 2) != BITS) {
          return null;
        }
        size =
            new ImageSize(
                /* width= */ bytes.getShort(at + MARKER_BYTES + 5) & 0xffff,
                /* height= */ bytes.getShort(at + MARKER_BYTES + 3) & 0xffff);
      }
      at += MARKER_BYTES + (bytes.getShort(at + MARKER_BYTES) & 0xffff);
      if (marker == START_OF_SCAN) {
        return size == null || size.pixels() == 0
            ? null
            : new EmbeddedJpeg(new ByteRange(start, end(bytes, at) - start), size);
      }
    }
    return null;
  }

  /** The place behind the end of the picture, which other scans may come before. */
  private static int end(MappedByteBuffer bytes, int from) {
    int at = from;
    while (at < bytes.limit() - 1) {
      if (bytes.get(at) == (byte) BYTE && (bytes.get(at + 1) & BYTE) == END_OF_IMAGE) {
        return at + MARKER_BYTES;
      }
      at++;
    }
    return bytes.limit();
  }
}
