package io.github.styletransfer.cli;

import io.github.styletransfer.console.ErrorTerminal;
import io.github.styletransfer.engine.natives.NativeLibraries;
import io.github.styletransfer.engine.natives.NativeRuntime;
import io.github.styletransfer.fetch.DownloadSettings;
import io.github.styletransfer.help.HelpScreen;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.NativeFolder;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.job.UserFolders;
import io.github.styletransfer.run.StopSignals;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Runs the program for one command line, with streams and folders of the caller's choice. */
public final class CommandLineRunner {
  /** Defaults of a batch: the same picture each time, and nothing but results beside each other. */
  private static final Map<String, String> OF_A_BATCH =
      Map.of("seed", "1", TransferJob.CHECKPOINTS, "0");

  /** Answered before anything is set up, in a quarter of the time. */
  private static final List<String> VERSION_OPTIONS = List.of("--version", "-V");

  private static final String HOME = "user.home";

  private static final Set<String> HELP = Set.of("-h", "--help", HelpScreen.ALL);

  /** Arguments: a run needs a photo and a painting. */
  private static final int FEWEST_OF_A_RUN = 2;

  private final PrintWriter out;
  private final PrintWriter err;
  private final Path workingDirectory;
  private final UserFolders folders;
  private final DownloadSettings downloads;
  private final BooleanSupplier terminal;
  private final StopSignals signals;

  /**
   * Runs with the given surroundings.
   *
   * @param out receives the path of the result, and help when asked for
   * @param err receives messages about errors
   * @param workingDirectory what relative paths are relative to
   * @param folders the person's own
   * @param downloads how files are downloaded
   * @param terminal whether a person watches {@code err}
   * @param signals what ends a run early
   */
  CommandLineRunner(
      PrintWriter out,
      PrintWriter err,
      Path workingDirectory,
      UserFolders folders,
      DownloadSettings downloads,
      BooleanSupplier terminal,
      StopSignals signals) {
    this.out = out;
    this.err = err;
    this.workingDirectory = workingDirectory;
    this.folders = folders;
    this.downloads = downloads;
    this.terminal = terminal;
    this.signals = signals;
  }

  /**
   * Runs the process's command line.
   *
   * @return the exit code, see {@link ExitCode}
   */
  public static int runProcess(String... args) {
    if (args.length == 1 && VERSION_OPTIONS.contains(args[0])) {
      PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
      for (String line : VersionLines.read()) {
        out.println(line);
      }
      return ExitCode.SUCCESS.code();
    }
    Optional<String> name =
        NameEncoding.ofProcess()
            .fault(
                System.getProperty("user.dir", ""),
                System.getProperty(HOME, ""),
                System.getenv(),
                args);
    if (name.isPresent()) {
      new PrintWriter(System.err, true, StandardCharsets.UTF_8)
          .println("style-transfer: " + name.get());
      return ExitCode.USAGE.code();
    }
    return ofProcess().run(args);
  }

  /**
   * Reserves the process's standard output for the result: what libraries such as SameDiff print
   * there is dropped from now on. Call it before ND4J is first used.
   */
  private static CommandLineRunner ofProcess() {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    System.setProperty("java.awt.headless", "true");
    StopSignals signals = StopSignals.ofProcess();
    signals.listen(
        code -> {
          err.println("style-transfer: stopped");
          signals.end(code);
        });
    NativeRuntime.muteWarnings();
    UserFolders folders = foldersOfProcess();
    NativeLibraries.unpackTo(
        NativeFolder.of(
            folders.cache(),
            System.getenv(UserFolders.CACHE_VARIABLE) != null,
            Path.of(System.getProperty("java.io.tmpdir", "")),
            System.getProperty("user.name", "")));
    return new CommandLineRunner(
        out,
        err,
        Path.of(""),
        folders,
        DownloadSettings.of(System.getenv()),
        ErrorTerminal::isAttached,
        signals);
  }

  /**
   * Runs one command line.
   *
   * @return the exit code, see {@link ExitCode}
   */
  int run(String... given) {
    try {
      return execute(ArgumentFiles.expand(workingDirectory, given));
    } catch (UserException | Error | RuntimeException e) {
      // Picocli leaves errors to its caller.
      return Messages.end(e, commandLine());
    }
  }

  private int execute(String... args) {
    if (args.length == 0) {
      err.print(HelpScreen.brief(commandLine()));
      err.println("\n" + Messages.seeHelp(StyleTransferCommand.NAME));
      return ExitCode.USAGE.code();
    }
    if (Subcommands.mayBeMeant(args)) {
      CommandLine subcommands = commandLine();
      if (Subcommands.areMeant(subcommands, args)) {
        return subcommands.execute(args);
      }
    }
    Optional<Preloading> preloading =
        args.length >= FEWEST_OF_A_RUN ? Optional.of(Preloading.begin()) : Optional.empty();
    CommandLine main = asksForHelp(args) ? commandLine() : plainCommandLine();
    preloading.ifPresent(Preloading::awaitLog);
    main.setDefaultValueProvider(
        ConfigurationFiles.of(workingDirectory, folders.home(), Map.of(), args));
    return main.execute(args);
  }

  /**
   * Only help tells of the other commands, and to look at all of them takes a tenth of a second.
   */
  private static boolean asksForHelp(String... args) {
    return Stream.of(args).anyMatch(HELP::contains);
  }

  /** A runner that leaves the process's streams and signals alone. */
  static CommandLineRunner inProcess(Path workingDirectory) {
    return new CommandLineRunner(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        workingDirectory,
        foldersOfProcess(),
        DownloadSettings.of(System.getenv()),
        () -> false,
        StopSignals.none());
  }

  private static UserFolders foldersOfProcess() {
    return UserFolders.of(
        System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty(HOME, "")));
  }

  /** The plain command, for jobs of a batch. */
  CommandLine ofBatch(String... args) {
    CommandLine plain = plainCommandLine();
    plain.setDefaultValueProvider(
        ConfigurationFiles.of(workingDirectory, folders.home(), OF_A_BATCH, args));
    return plain;
  }

  /** The main command with the others beside it, before it has arguments. */
  CommandLine commandLine() {
    CommandLine commandLine =
        new CommandLine(new StyleTransferCommand(workingDirectory, folders, signals, terminal));
    Subcommands.add(
        commandLine,
        workingDirectory,
        downloads,
        terminal,
        signals,
        arguments -> commandLine().execute(arguments),
        new BatchCommand(workingDirectory, folders, signals, terminal, this::ofBatch));
    return configured(commandLine);
  }

  /** The main command alone. */
  CommandLine plainCommandLine() {
    return configured(
        new CommandLine(new StyleTransferCommand(workingDirectory, folders, signals, terminal)));
  }

  private CommandLine configured(CommandLine commandLine) {
    commandLine.setOut(out);
    commandLine.setErr(err);
    commandLine.setResourceBundle(new DefaultsBundle());
    commandLine.setExpandAtFiles(false);
    commandLine.setOverwrittenOptionsAllowed(true);
    commandLine.setPosixClusteredShortOptionsAllowed(false);
    ValueConverters.register(commandLine);
    commandLine.setUsageHelpAutoWidth(true);
    HelpScreen.install(commandLine);
    commandLine.getCommandSpec().usageMessage().exitCodeList(exitCodes());
    Messages messages = new Messages();
    commandLine.setParameterExceptionHandler(messages);
    commandLine.setExecutionExceptionHandler(messages);
    return commandLine;
  }

  private static Map<String, String> exitCodes() {
    return CommandLine.Model.UsageMessageSpec.keyValuesMap(
        ExitCode.helpLines().toArray(String[]::new));
  }
}
