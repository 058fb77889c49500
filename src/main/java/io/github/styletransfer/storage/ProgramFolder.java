package io.github.styletransfer.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of the distribution that the program runs from: its launcher names it. It holds
 * samples, which are found from any folder, and native libraries.
 */
public final class ProgramFolder {
  /** The system property that names it. */
  private static final String PROPERTY = "style-transfer.home";

  private ProgramFolder() {}

  /**
   * A file or folder in it, whether it exists or not; empty if the program runs without a
   * distribution.
   *
   * @param name relative to the distribution, such as {@code input/style}
   */
  public static Optional<Path> find(String name) {
    return Optional.ofNullable(System.getProperty(PROPERTY)).map(home -> Path.of(home, name));
  }

  /** Where its native libraries lie as files; empty if there are none. */
  public static Optional<Path> libraries() {
    return find("lib/natives").filter(Files::isDirectory);
  }
}
