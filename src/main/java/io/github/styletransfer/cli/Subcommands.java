package io.github.styletransfer.cli;

import io.github.styletransfer.console.Verbosity;
import io.github.styletransfer.fetch.DownloadSettings;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.run.StopSignals;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The commands {@code fetch}, {@code check}, {@code rerun} and {@code batch} beside the main one,
 * which has no name. They take neither its options nor its configuration files.
 */
final class Subcommands {
  /** In the order of the help. */
  static final List<String> NAMES =
      List.of(
          "fetch",
          "check",
          "rerun",
          BatchCommand.NAME,
          StylesCommand.NAME,
          CompletionCommand.NAME,
          HelpCommand.NAME);

  private static final Set<String> OF_ALL_COMMANDS = Set.of(LogOptions.VERBOSE, LogOptions.QUIET);

  private Subcommands() {}

  /** Adds them to the main command. */
  static void add(
      CommandLine main,
      Path workingDirectory,
      DownloadSettings settings,
      BooleanSupplier terminal,
      StopSignals signals,
      ToIntFunction<String[]> program,
      BatchCommand batch) {
    add(
        main,
        new FetchCommand(workingDirectory, settings, terminal, signals),
        "the file is there and complete",
        EnumSet.of(
            ExitCode.FAILURE,
            ExitCode.USAGE,
            ExitCode.OUTPUT,
            ExitCode.DOWNLOAD,
            ExitCode.HANGUP,
            ExitCode.INTERRUPTED,
            ExitCode.TERMINATED));
    add(
        main,
        new CheckCommand(workingDirectory),
        "the program can use the file",
        EnumSet.of(
            ExitCode.FAILURE, ExitCode.USAGE, ExitCode.NETWORK, ExitCode.MEMORY, ExitCode.NATIVES));
    add(
        main,
        new RerunCommand(workingDirectory, program),
        "the result was made and matches the recorded one",
        EnumSet.complementOf(
            EnumSet.of(ExitCode.SUCCESS, ExitCode.DOWNLOAD, ExitCode.STATE, ExitCode.INCOMPLETE)));
    CommandSpec many =
        add(
            main,
            batch,
            "all results are there",
            EnumSet.complementOf(
                EnumSet.of(
                    ExitCode.SUCCESS, ExitCode.DOWNLOAD, ExitCode.STATE, ExitCode.DIFFERENT)));
    PlainOptions.addTo(many, main.getCommandSpec());
    many.commandLine().setUnmatchedOptionsAllowedAsOptionParameters(false);
    main.setAllowSubcommandsAsOptionParameters(true);
    add(
        main,
        new StylesCommand(workingDirectory, terminal),
        "the sheet was written",
        EnumSet.of(ExitCode.FAILURE, ExitCode.USAGE, ExitCode.IMAGE, ExitCode.OUTPUT));
    add(main, new CompletionCommand(), "the script was printed", EnumSet.of(ExitCode.USAGE));
    add(main, new HelpCommand(), "the help was shown", EnumSet.of(ExitCode.USAGE));
  }

  private static CommandSpec add(
      CommandLine main, Object command, String success, Set<ExitCode> failures) {
    CommandLine subcommand = new CommandLine(command);
    subcommand.addMixin("log", new LogOptions());
    subcommand
        .getCommandSpec()
        .usageMessage()
        .exitCodeList(
            UsageMessageSpec.keyValuesMap(
                ExitCode.helpLines(success, failures).toArray(String[]::new)));
    main.addSubcommand(subcommand);
    return subcommand.getCommandSpec();
  }

  /**
   * Whether arguments name a subcommand.
   *
   * @param main before it has arguments
   */
  static boolean areMeant(CommandLine main, String... args) {
    main.setExecutionStrategy(Subcommands::execute);
    try {
      return main.parseArgs(args).hasSubcommand();
    } catch (ParameterException e) {
      return e.getCommandLine() != main;
    }
  }

  /**
   * Whether any argument could make {@link #areMeant} true; to find that out takes time at each
   * start.
   */
  static boolean mayBeMeant(String... args) {
    return Stream.of(args).anyMatch(NAMES::contains);
  }

  private static int execute(ParseResult result) {
    CommandLine main = result.commandSpec().commandLine();
    if (result.hasSubcommand()) {
      ParseResult subcommand = result.subcommand();
      String others =
          Stream.concat(
                  result.matchedPositionals().stream()
                      .flatMap(some -> some.originalStringValues().stream()),
                  result.matchedOptions().stream().map(OptionSpec::longestName))
              .filter(name -> !OF_ALL_COMMANDS.contains(name))
              .distinct()
              .collect(Collectors.joining(", "));
      boolean helps = result.isUsageHelpRequested() || result.isVersionHelpRequested();
      if (!others.isEmpty() && !helps) {
        throw new ParameterException(
            main,
            "The command " + subcommand.commandSpec().name() + " can't be combined with " + others);
      }
      LogOptions.verbosity(
              Stream.concat(result.matchedOptions().stream(), subcommand.matchedOptions().stream()))
          .orElse(Verbosity.NORMAL)
          .apply();
    }
    return new CommandLine.RunLast().execute(result);
  }
}
