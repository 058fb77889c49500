package io.github.styletransfer.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a run reports and where it takes its defaults from. */
final class RunOptions {
  @Option(
      names = "--checkpoints",
      paramLabel = "N",
      order = 50,
      defaultValue = "10",
      description =
          "How many images NAME_<iteration> to write beside the result while running; 0 for none"
              + " (default: ${DEFAULT-VALUE}).")
  int checkpoints;

  @Option(
      names = "--log-dir",
      paramLabel = "DIR",
      order = 51,
      description = "Folder for losses.csv (default: logs/NAME/, NAME being the result's).")
  @Nullable Path logDirectory;

  @Option(
      names = {"-v", "--verbose"},
      order = 52,
      description = "Log every iteration, and stack traces of failures.")
  boolean verbose;

  @Option(
      names = {"-q", "--quiet"},
      order = 53,
      description = "Log warnings only.")
  boolean quiet;

  @Option(
      names = ConfigurationFiles.CONFIG_OPTION,
      paramLabel = "FILE",
      order = 54,
      description =
          "Properties file with other defaults: lines such as style-weight=300. Your own defaults"
              + " can stand in ~/"
              + ConfigurationFiles.PERSONAL_FILE
              + ".")
  @Nullable Path config;
}
