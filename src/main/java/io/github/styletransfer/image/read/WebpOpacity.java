package io.github.styletransfer.image.read;

import io.github.styletransfer.image.AlphaChannel;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.codec.ByteRange;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the opacity of WebP frames that isn't compressed, which the plugin leaves out (RFC 9649,
 * section 2.7.1.2).
 */
final class WebpOpacity {
  private static final int FILTER = 3;
  private static final int FILTER_SHIFT = 2;
  private static final int MOST = 255;

  private WebpOpacity() {}

  /**
   * The opacity of the first frame's pixels; empty if they are opaque, or the plugin knows it.
   *
   * @param size the frame's
   * @throws IOException if it is incomplete
   */
  static Optional<AlphaChannel> of(Path file, ImageSize size) throws IOException {
    Optional<ByteRange> place = WebpFrame.of(file).opacity();
    if (place.isEmpty()) {
      return Optional.empty();
    }
    byte[] values = new byte[Math.toIntExact(size.pixels())];
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(place.get().offset());
      int filter = in.readUnsignedByte() >> FILTER_SHIFT & FILTER;
      in.readFully(values);
      unfilter(values, size.width(), filter);
    }
    return Optional.of(new AlphaChannel(size, values));
  }

  /** Values are stored as what they differ from those to the left, above, or of both. */
  private static void unfilter(byte[] values, int width, int filter) {
    for (int i = 0; filter != 0 && i < values.length; i++) {
      int left = i % width == 0 ? 0 : values[i - 1] & MOST;
      int above = i < width ? 0 : values[i - width] & MOST;
      int corner = i < width || i % width == 0 ? 0 : values[i - width - 1] & MOST;
      int predicted =
          switch (filter) {
            case 1 -> i % width == 0 ? above : left;
            case 2 -> i < width ? left : above;
            default ->
                i < width
                    ? left
                    : i % width == 0 ? above : Math.max(0, Math.min(MOST, left + above - corner));
          };
      values[i] += (byte) predicted;
    }
  }
}
