package io.github.styletransfer.cli;

import io.github.styletransfer.job.Versions;
import picocli.CommandLine;

/** The versions of the program and of what it runs on. */
final class VersionProvider implements CommandLine.IVersionProvider {
  @Override
  public String[] getVersion() {
    Versions versions = Versions.read();
    return new String[] {
      "style-transfer " + versions.program(),
      "ND4J " + versions.nd4j(),
      "oneDNN " + versions.oneDnn(),
      "Java "
          + Runtime.version()
          + ", "
          + System.getProperty("os.name")
          + " "
          + System.getProperty("os.arch")
    };
  }
}
