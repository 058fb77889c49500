package io.github.styletransfer.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that make.py makes: one picture, 100 x 90 pixels of four colours, in many formats. */
public final class CodedFiles {
  private CodedFiles() {}

  /** The content of one. */
  public static byte[] bytes(String name) throws IOException {
    try (InputStream in = CodedFiles.class.getResourceAsStream("coded/" + name)) {
      return in.readAllBytes();
    }
  }

  /** A copy of one. */
  public static Path copy(String name, Path folder) throws IOException {
    return Files.write(folder.resolve(name), bytes(name));
  }
}
