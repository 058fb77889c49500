package io.github.styletransfer.image.read;

import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the colour profile of a PNG file, which the JDK's decoder leaves unused. */
final class PngProfile {
  private static final Logger LOG = LoggerFactory.getLogger(PngProfile.class);
  private static final String PROFILE_CHUNK = "iCCP";
  private static final Set<String> DATA_CHUNKS = Set.of("IDAT", "IEND");

  private PngProfile() {}

  /** The profile; none when the file has no usable one. */
  static @Nullable ICC_Profile of(Path file) {
    try {
      Optional<byte[]> chunk = PngChunks.find(file, PROFILE_CHUNK, DATA_CHUNKS);
      return chunk.isPresent() ? profile(chunk.get()) : null;
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
      return ICC_Profile.getInstance(inflated.readNBytes(PngChunks.MAX_BYTES));
    }
  }
}
