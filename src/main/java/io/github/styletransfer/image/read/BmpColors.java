package io.github.styletransfer.image.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the colour profile of a BMP file, which its decoder leaves unused. */
final class BmpColors {
  private static final int FILE_HEADER_BYTES = 14;

  /** Of the fifth version, the first with profiles. */
  private static final int HEADER_BYTES = 124;

  private static final int COLOR_SPACE = FILE_HEADER_BYTES + 56;
  private static final int PROFILE_PLACE = FILE_HEADER_BYTES + 112;
  private static final int PROFILE_LENGTH = FILE_HEADER_BYTES + 116;

  /** "MBED", as a number. */
  private static final int EMBEDDED = 0x4d42_4544;

  private static final int MAX_BYTES = 1 << 24;

  private BmpColors() {}

  /** What a file says of its colours. */
  static FileColors of(Path file) throws IOException {
    return FileColors.ofRgb(profile(file));
  }

  private static Optional<byte[]> profile(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(FILE_HEADER_BYTES + HEADER_BYTES);
      ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      if (bytes.length < FILE_HEADER_BYTES + HEADER_BYTES
          || header.getInt(FILE_HEADER_BYTES) < HEADER_BYTES
          || header.getInt(COLOR_SPACE) != EMBEDDED) {
        return Optional.empty();
      }
      long place = FILE_HEADER_BYTES + Integer.toUnsignedLong(header.getInt(PROFILE_PLACE));
      long length = Integer.toUnsignedLong(header.getInt(PROFILE_LENGTH));
      if (place < bytes.length || length > MAX_BYTES || place + length > Files.size(file)) {
        return Optional.of(new byte[0]);
      }
      in.skipNBytes(place - bytes.length);
      return Optional.of(in.readNBytes((int) length));
    }
  }
}
