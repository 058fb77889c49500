package io.github.styletransfer.cli;

import io.github.styletransfer.job.Versions;
import java.util.List;

/** What {@code --version} prints; apart from picocli, which takes longer to load than this. */
final class VersionLines {
  private VersionLines() {}

  /** The versions of the program and of what it runs on. */
  static List<String> read() {
    Versions versions = Versions.read();
    return List.of(
        "style-transfer " + versions.program(),
        "ND4J " + versions.nd4j(),
        "oneDNN " + versions.oneDnn(),
        "Java "
            + Runtime.version()
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch"));
  }
}
