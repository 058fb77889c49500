package io.github.styletransfer.cli;

import java.util.Optional;
import org.nd4j.common.config.ND4JSystemProperties;
import picocli.CommandLine;

/** The versions of the program and of what it runs on. */
final class VersionProvider implements CommandLine.IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "style-transfer " + version(VersionProvider.class),
      "ND4J " + version(ND4JSystemProperties.class),
      "Java "
          + Runtime.version()
          + ", "
          + System.getProperty("os.name")
          + " "
          + System.getProperty("os.arch")
    };
  }

  private static String version(Class<?> type) {
    return Optional.ofNullable(type.getPackage().getImplementationVersion()).orElse("unpackaged");
  }
}
