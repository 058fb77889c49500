package io.github.styletransfer.cli;

import io.github.styletransfer.job.Versions;
import java.util.List;
import picocli.CommandLine;

/** The versions of the program and of what it runs on. */
final class VersionProvider implements CommandLine.IVersionProvider {
  @Override
  public String[] getVersion() {
    return lines().toArray(String[]::new);
  }

  /** What {@code --version} prints. */
  static List<String> lines() {
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
