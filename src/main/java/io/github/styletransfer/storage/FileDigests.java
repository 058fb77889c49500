package io.github.styletransfer.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Checksums of files. */
public final class FileDigests {
  private static final int BUFFER_BYTES = 1 << 16;

  private FileDigests() {}

  /**
   * Reads a file once for one or more checksums.
   *
   * @param algorithms such as {@code MD5} and {@code SHA-256}
   * @return one checksum for each algorithm, in lower-case hexadecimal digits
   * @throws IOException if the file can't be read
   */
  public static List<String> of(Path file, String... algorithms) throws IOException {
    List<MessageDigest> digests = new ArrayList<>();
    for (String algorithm : algorithms) {
      digests.add(digest(algorithm));
    }
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        for (MessageDigest digest : digests) {
          digest.update(buffer, 0, count);
        }
      }
    }
    return digests.stream().map(digest -> HexFormat.of().formatHex(digest.digest())).toList();
  }

  /**
   * The SHA-256 of a file.
   *
   * @throws IOException if the file can't be read
   */
  public static String sha256(Path file) throws IOException {
    return of(file, "SHA-256").get(0);
  }

  /** The SHA-256 of some bytes. */
  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest("SHA-256").digest(bytes));
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
