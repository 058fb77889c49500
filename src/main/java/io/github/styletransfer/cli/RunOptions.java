package io.github.styletransfer.cli;

import io.github.styletransfer.console.ProgressKind;
import io.github.styletransfer.run.KeptPreview;
import io.github.styletransfer.run.PreviewChoice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a run reports and where it takes its defaults from. */
final class RunOptions {
  private static final Integer ANY_PORT = 0;

  @Option(
      names = "--dry-run",
      description =
          "Say what would be read and written, how large it would be and how long it would take;"
              + " write nothing.")
  boolean dryRun;

  @Option(
      names = "--checkpoints",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "How many checkpoint images NAME_<iteration> to write beside the result during the run; 0"
              + " for none (default: ${DEFAULT-VALUE}).")
  int checkpoints;

  @Option(
      names = "--log-dir",
      paramLabel = "DIR",
      description =
          "Folder for the run's records: losses.csv, run.json, charts, TensorBoard events, the saved"
              + " state (default: logs/NAME/, NAME being the result's, such as o.jpg).")
  @Nullable Path logDirectory;

  @Option(
      names = "--save-state-every",
      paramLabel = "TIME",
      defaultValue = "60s",
      converter = DurationConverter.class,
      description =
          "How often to save the run's state, for --resume: 30s, 5m, 1h; 0 for never (default:"
              + " ${DEFAULT-VALUE}).")
  Duration saveStateEvery = Duration.ZERO;

  @Option(
      names = "--resume",
      description =
          "Continue from the saved state of the same run, if there is one; do nothing if the run is"
              + " finished.")
  boolean resume;

  @Option(
      names = "--progress",
      paramLabel = "auto|bar|plain|none",
      defaultValue = "auto",
      description =
          "How to show the run's progress: a bar, log lines every few seconds, or neither; auto: a"
              + " bar on a terminal (default: ${DEFAULT-VALUE}).")
  ProgressKind progress = ProgressKind.AUTO;

  @Option(
      names = "--preview",
      paramLabel = "PORT",
      arity = "0..1",
      fallbackValue = NumberNext.NONE,
      preprocessor = NumberNext.class,
      description =
          "Show the run live in a browser on this machine, on the given port or any free one; the"
              + " address is logged.")
  @Nullable Integer preview;

  @Option(
      names = "--preview-keep",
      description =
          "Like --preview, and the page stays up after the run until you close it; the program waits"
              + " for that.")
  boolean previewKeep;

  @Option(
      names = {"-v", "--verbose"},
      description = "Log every iteration, and stack traces of failures.")
  boolean verbose;

  @Option(
      names = {"-q", "--quiet"},
      description = "Log warnings only.")
  boolean quiet;

  @Option(
      names = ConfigurationFiles.CONFIG_OPTION,
      paramLabel = "FILE",
      description =
          "Properties file with other defaults: lines such as style-weight=300. Your own defaults"
              + " can be in ~/"
              + ConfigurationFiles.PERSONAL_FILE
              + ".")
  @Nullable Path config;

  /**
   * How to show the run in a browser.
   *
   * @param kept takes the page over after the run
   */
  PreviewChoice preview(KeptPreview kept) {
    Integer port = preview == null && previewKeep ? ANY_PORT : preview;
    return new PreviewChoice(
        port == null ? OptionalInt.empty() : OptionalInt.of(port),
        previewKeep ? Optional.of(kept) : Optional.empty());
  }
}
