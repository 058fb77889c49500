package io.github.styletransfer.image.read;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.skipNBytes(SIGNATURE_BYTES);
      int length = in.readInt();
      String found = type(in);
      while (!found.equals(type)) {
        if (length < 0 || ends.contains(found)) {
          return Optional.empty();
        }
        in.skipNBytes((long) length + CHECKSUM_BYTES);
        length = in.readInt();
        found = type(in);
      }
      return Optional.of(in.readNBytes(Math.max(0, Math.min(length, MAX_BYTES))));
    } catch (EOFException e) {
      return Optional.empty();
    }
  }

  private static String type(DataInputStream in) throws IOException {
    byte[] type = new byte[Integer.BYTES];
    in.readFully(type);
    return new String(type, StandardCharsets.ISO_8859_1);
  }
}
