package io.github.styletransfer.network.matlab;

import io.github.styletransfer.network.NetworkFault;
import io.github.styletransfer.network.Remedy;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Locale;

/**
 * The outermost structure of a MATLAB 5 file: a header, then elements that tell their own length.
 */
public final class MatElements {
  private static final int TAG_BYTES = 8;
  private static final int TYPE_MATRIX = 14;
  private static final int TYPE_COMPRESSED = 15;
  private static final int MOST_ELEMENTS = 10_000;

  private MatElements() {}

  /**
   * Walks over the elements without reading them.
   *
   * @param source at the file's start
   * @throws NetworkFault if the file is shorter than its elements say, or they can't be
   */
  public static void requireWhole(FileSource source, ByteOrder order) throws IOException {
    source.order(order);
    source.skip(MatSignature.HEADER_BYTES);
    long size = source.size();
    for (int count = 0; source.getPosition() < size; count++) {
      long start = source.getPosition();
      if (size - start < TAG_BYTES) {
        throw cutShort(size, start + TAG_BYTES);
      }
      int type = source.readInt();
      int length = source.readInt();
      boolean known = type == TYPE_MATRIX || type == TYPE_COMPRESSED;
      if (!known || length <= 0 || count == MOST_ELEMENTS) {
        throw new NetworkFault(
            String.format(
                Locale.ROOT, "is damaged: no MATLAB variable can start at byte %,d", start),
            Remedy.DOWNLOAD_AGAIN);
      }
      if (source.getPosition() + length > size) {
        throw cutShort(size, source.getPosition() + length);
      }
      source.skip(length);
    }
  }

  private static NetworkFault cutShort(long size, long needed) {
    return new NetworkFault(
        String.format(
            Locale.ROOT,
            "is an incomplete download: it has %,d bytes and should have at least %,d",
            size,
            needed),
        Remedy.DOWNLOAD_AGAIN);
  }
}
