package io.github.styletransfer.storage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of hidden files that belong to another file and lie beside it. */
public final class HiddenFile {
  /** Most file systems take names of 255 bytes. */
  private static final int LONGEST_NAME = 200;

  private static final int HASH_DIGITS = 16;

  private HiddenFile() {}

  /**
   * The hidden file for a purpose: {@code .o.png.lock} beside {@code o.png}. If the name is too
   * long to add anything, its hash is used instead.
   *
   * @param file the other file
   * @param ending tells the purpose
   */
  public static Path beside(Path file, String ending) {
    String name = String.valueOf(file.getFileName());
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return file.resolveSibling(
        "." + (bytes.length <= LONGEST_NAME ? name : hash(bytes)) + "." + ending);
  }

  private static String hash(byte[] name) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(name);
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
