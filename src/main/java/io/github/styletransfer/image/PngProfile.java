package io.github.styletransfer.image;

import java.awt.color.ICC_Profile;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the colour profile of a PNG file, which the JDK's decoder leaves unused. */
final class PngProfile {
  private static final Logger LOG = LoggerFactory.getLogger(PngProfile.class);
  private static final int SIGNATURE_BYTES = 8;
  private static final int CHECKSUM_BYTES = 4;
  private static final int PROFILE_CHUNK = 'i' << 24 | 'C' << 16 | 'C' << 8 | 'P';
  private static final int DATA_CHUNK = 'I' << 24 | 'D' << 16 | 'A' << 8 | 'T';
  private static final int MAX_PROFILE_BYTES = 1 << 24;

  private PngProfile() {}

  /** The profile; none when the file has no usable one. */
  static @Nullable ICC_Profile of(Path file) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.skipNBytes(SIGNATURE_BYTES);
      int length = in.readInt();
      int type = in.readInt();
      while (type != PROFILE_CHUNK && type != DATA_CHUNK && length >= 0) {
        in.skipNBytes((long) length + CHECKSUM_BYTES);
        length = in.readInt();
        type = in.readInt();
      }
      return type == PROFILE_CHUNK
          ? profile(in.readNBytes(Math.min(length, MAX_PROFILE_BYTES)))
          : null;
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("No usable colour profile in {}", file, e);
      return null;
    }
  }

  /** The profile of a chunk: a name that ends with 0, the compression method, compressed bytes. */
  private static ICC_Profile profile(byte[] chunk) throws IOException {
    InputStream in = new ByteArrayInputStream(chunk);
    int next = in.read();
    while (next > 0) {
      next = in.read();
    }
    in.skipNBytes(1);
    try (InputStream inflated = new InflaterInputStream(in)) {
      return ICC_Profile.getInstance(inflated.readNBytes(MAX_PROFILE_BYTES));
    }
  }
}
