package io.github.styletransfer.cli;

import picocli.CommandLine.Option;

/** How much a subcommand says; {@link Subcommands} obeys them. */
final class LogOptions {
  static final String VERBOSE = "--verbose";
  static final String QUIET = "--quiet";

  @Option(
      names = {"-v", VERBOSE},
      order = 42,
      description = "Log stack traces of failures.")
  boolean verbose;

  @Option(
      names = {"-q", QUIET},
      order = 43,
      description = "Log warnings only.")
  boolean quiet;
}
