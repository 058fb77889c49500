package io.github.styletransfer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine;

/** The versions of the program and of what it runs on. */
final class VersionProvider implements CommandLine.IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    Properties versions = new Properties();
    try (InputStream in =
        Objects.requireNonNull(VersionProvider.class.getResourceAsStream("versions.properties"))) {
      versions.load(in);
    }
    return new String[] {
      "style-transfer " + versions.getProperty("program"),
      "ND4J " + versions.getProperty("nd4j"),
      "Java "
          + Runtime.version()
          + ", "
          + System.getProperty("os.name")
          + " "
          + System.getProperty("os.arch")
    };
  }
}
