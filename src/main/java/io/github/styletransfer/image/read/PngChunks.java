package io.github.styletransfer.image.read;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds chunks of a PNG file that its decoder leaves unread. */
final class PngChunks {
  /** The most bytes of a chunk that are read. */
  static final int MAX_BYTES = 1 << 24;

  private static final int SIGNATURE_BYTES = 8;
  private static final int CHECKSUM_BYTES = 4;

  private PngChunks() {}

  /**
   * The first chunk of a type, or what there is of it.
   *
   * @param ends types of the chunks after which it can't come
   */
  static Optional<byte[]> find(Path file, String type, Set<String> ends) throws IOException {
    return Optional.ofNullable(find(file, Set.of(type), ends).get(type));
  }

  /**
   * The first chunk of each of several types, or what there is of it.
   *
   * @param ends types of the chunks after which none can come
   */
  static Map<String, byte[]> find(Path file, Set<String> types, Set<String> ends)
      throws IOException {
    Map<String, byte[]> chunks = new HashMap<>();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.skipNBytes(SIGNATURE_BYTES);
      while (chunks.size() < types.size()) {
        int length = in.readInt();
        String type = type(in);
        boolean wanted = types.contains(type) && !chunks.containsKey(type);
        if (!wanted && (length < 0 || ends.contains(type))) {
          break;
        }
        int read = wanted ? Math.max(0, Math.min(length, MAX_BYTES)) : 0;
        if (wanted) {
          chunks.put(type, in.readNBytes(read));
        }
        in.skipNBytes((long) length - read + CHECKSUM_BYTES);
      }
    } catch (EOFException e) {
      return chunks;
    }
    return chunks;
  }

  private static String type(DataInputStream in) throws IOException {
    byte[] type = new byte[Integer.BYTES];
    in.readFully(type);
    return new String(type, StandardCharsets.ISO_8859_1);
  }
}
