package io.github.styletransfer.cli;

import io.github.styletransfer.help.HelpScreen;
import io.github.styletransfer.job.TransferJob;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of the plain command that a batch takes for each of its jobs. */
final class PlainOptions {
  private static final Set<String> NOT_OF_A_BATCH =
      Set.of(
          "--help",
          HelpScreen.ALL,
          "--dry-run",
          "--version",
          "--verbose",
          "--quiet",
          "--preview",
          "--show",
          "--open",
          "--timelapse");
  private static final Set<String> OF_THE_BATCH =
      Set.of("--content", "--style", "--output", "--log-dir");

  /** What a batch has once for all of its jobs; long names without dashes. */
  private static final Set<String> OF_ALL_JOBS =
      Set.of(
          TransferJob.LOG_DIRECTORY,
          "config",
          "dry-run",
          "help",
          "help-all",
          "open",
          "preview",
          "progress",
          "quiet",
          "resume",
          "save-state-every",
          "show",
          "timelapse",
          "verbose",
          "version");

  private PlainOptions() {}

  /** Whether a batch has an option, of this long name without dashes, once for all of its jobs. */
  static boolean isOfAllJobs(String name) {
    return OF_ALL_JOBS.contains(name);
  }

  /** Adds them to a batch's own options; {@code --help} doesn't list them. */
  static void addTo(CommandSpec batch, CommandSpec plain) {
    for (OptionSpec option : List.copyOf(plain.options())) {
      if (!NOT_OF_A_BATCH.contains(option.longestName())
          && batch.findOption(option.longestName()) == null) {
        batch.addOption(OptionSpec.builder(option).required(false).hidden(true).build());
      }
    }
  }

  /** Whether an option of a batch goes to its jobs. */
  static boolean isPlain(OptionSpec option) {
    return option.hidden() && !OF_THE_BATCH.contains(option.longestName());
  }
}
