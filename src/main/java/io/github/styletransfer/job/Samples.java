package io.github.styletransfer.job;

import java.nio.file.Path;
import java.util.Optional;

/** The samples that a distribution brings, which are found from any folder. */
public final class Samples {
  /** The system property that names the distribution's folder. */
  private static final String DISTRIBUTION = "style-transfer.home";

  private Samples() {}

  /**
   * A file or folder of the distribution; empty if the program runs without one.
   *
   * @param name relative to the distribution, such as {@code input/style}
   */
  public static Optional<Path> find(String name) {
    return Optional.ofNullable(System.getProperty(DISTRIBUTION))
        .map(distribution -> Path.of(distribution).resolve(name));
  }
}
