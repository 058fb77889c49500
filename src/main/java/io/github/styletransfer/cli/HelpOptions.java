package io.github.styletransfer.cli;

import io.github.styletransfer.help.HelpScreen;
import picocli.CommandLine.Option;

/** Ways to ask for more help than {@code --help} gives. */
final class HelpOptions {
  @Option(names = HelpScreen.ALL, description = "Show all options and exit codes, and exit.")
  boolean all;
}
