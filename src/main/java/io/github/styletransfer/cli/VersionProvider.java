package io.github.styletransfer.cli;

import picocli.CommandLine;

/** The versions of the program and of what it runs on. */
final class VersionProvider implements CommandLine.IVersionProvider {
  @Override
  public String[] getVersion() {
    return VersionLines.read().toArray(String[]::new);
  }
}
