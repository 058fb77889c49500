package io.github.styletransfer.network.vgg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What tells one network file, read one way, from another: size, time and the hash of its start.
 */
final class CacheKey {
  private static final String FORMAT = "style-transfer network cache 1";
  private static final int HASHED_BYTES = 1 << 16;

  private final byte[] bytes;

  private CacheKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * A file's key.
   *
   * @throws IOException if the file can't be read
   */
  static CacheKey of(Path file, KernelLayout layout) throws IOException {
    MessageDigest digest = sha256();
    digest.update((FORMAT + layout + ByteOrder.nativeOrder()).getBytes(StandardCharsets.UTF_8));
    ByteBuffer numbers = ByteBuffer.allocate(2 * Long.BYTES);
    numbers.putLong(Files.size(file)).putLong(Files.getLastModifiedTime(file).toMillis());
    digest.update(numbers.flip());
    try (InputStream in = Files.newInputStream(file)) {
      digest.update(in.readNBytes(HASHED_BYTES));
    }
    return new CacheKey(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  int length() {
    return bytes.length;
  }

  byte[] bytes() {
    return bytes.clone();
  }
}
