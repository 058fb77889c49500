package io.github.styletransfer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that people write by hand: at most a megabyte of UTF-8 text. */
final class SmallTextFile {
  private static final int MOST_BYTES = 1_000_000;
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private SmallTextFile() {}

  /**
   * Reads all of a file, which may be a pipe or a device.
   *
   * @throws IOException if it can't be read, is too long, or isn't text
   */
  static String read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      throw new IOException("it is longer than 1 MB");
    }
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    if (text.indexOf('\0') >= 0) {
      throw new IOException("it isn't text");
    }
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }
}
