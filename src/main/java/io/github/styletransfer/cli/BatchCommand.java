package io.github.styletransfer.cli;

import io.github.styletransfer.batch.BatchRun;
import io.github.styletransfer.batch.BatchSettings;
import io.github.styletransfer.batch.BatchSummary;
import io.github.styletransfer.batch.JobOutcome;
import io.github.styletransfer.batch.SideBySide;
import io.github.styletransfer.console.BatchProgress;
import io.github.styletransfer.console.ProgressKind;
import io.github.styletransfer.console.Verbosity;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.LogFolder;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.job.UserFolders;
import io.github.styletransfer.run.BatchCheck;
import io.github.styletransfer.run.GracefulStop;
import io.github.styletransfer.run.RecordKeeping;
import io.github.styletransfer.run.Resume;
import io.github.styletransfer.run.RunChoices;
import io.github.styletransfer.run.StopSignals;
import io.github.styletransfer.storage.FileFaults;
import io.github.styletransfer.storage.FileLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Paints many photos. */
@Command(
    name = BatchCommand.NAME,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = VersionProvider.class,
    customSynopsis = {"style-transfer batch [OPTIONS] --content PHOTO... --style PAINTING..."},
    header = "Paints many photos in one go.",
    footer = {
      "All options of the plain command count for each photo, except --preview, --show, --open and"
          + " --timelapse; see style-transfer --help. In a batch, --checkpoints is 0 and --seed is 1 if they"
          + " aren't given, and of each photo's records there are run.json and losses.csv.",
      "The same command again goes on where the batch was stopped or killed: what is done is left"
          + " as it is, and a photo in the middle goes on from its saved state.",
      "The paths of the results are printed on standard output at the end, everything else on"
          + " standard error."
    })
final class BatchCommand implements Callable<Integer> {
  static final String NAME = "batch";

  private static final Logger LOG = LoggerFactory.getLogger(Verbosity.BATCH_LOGGER);

  private final Path workingDirectory;
  private final UserFolders folders;
  private final StopSignals signals;
  private final BooleanSupplier terminal;
  private final PlainJobs.Source plain;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private BatchOptions options = new BatchOptions();

  /**
   * Makes the command.
   *
   * @param plain makes a command line of the plain command
   */
  BatchCommand(
      Path workingDirectory,
      UserFolders folders,
      StopSignals signals,
      BooleanSupplier terminal,
      PlainJobs.Source plain) {
    this.workingDirectory = workingDirectory;
    this.folders = folders;
    this.signals = signals;
    this.terminal = terminal;
    this.plain = plain;
  }

  @Override
  public Integer call() throws IOException, UserException {
    LogOptions.verbosity(commandLine().getParseResult().matchedOptions().stream())
        .orElse(Verbosity.NORMAL)
        .applyToBatch();
    PlainJobs plainJobs = new PlainJobs(plain, commandLine().getParseResult(), logDirectory());
    List<BatchRow> rows =
        new BatchRows(new LocalFiles(workingDirectory), options).all(plainJobs.optionNames());
    List<TransferJob> all = plainJobs.of(rows);
    RunChoices choices =
        new RunChoices(
            plainJobs.saveStateEvery(),
            Resume.IF_SAME,
            ProgressKind.NONE,
            OptionalInt.empty(),
            RecordKeeping.LEAN,
            false);
    BatchCheck.require(all, workingDirectory, logDirectory());
    SideBySide beside = SideBySide.of(all, options.jobs.count());
    BatchSettings settings =
        new BatchSettings(
            beside.count(),
            options.failFast,
            options.again,
            choices,
            logDirectory(),
            folders.convolutionTimes());
    try (FileLock lock = lock(settings)) {
      LOG.debug("{}", lock);
      return run(new BatchRun(beside.jobs(), settings, BatchLine::fault), settings, plainJobs);
    }
  }

  private int run(BatchRun batch, BatchSettings settings, PlainJobs plainJobs) throws IOException {
    BatchRun.Plan plan = batch.plan();
    BatchSummary.begin(plan, settings.sideBySide());
    GracefulStop stop = new GracefulStop(signals::end);
    StopSignals.Listener listener = signals.listen(stop);
    List<JobOutcome> outcomes;
    try (BatchProgress progress =
        BatchProgress.of(
            plainJobs.progress(),
            plan.waiting().size(),
            plan.pixels(),
            commandLine().getErr(),
            () -> LOG.isInfoEnabled() && terminal.getAsBoolean())) {
      outcomes = batch.run(plan, stop, progress);
    } finally {
      listener.close();
    }
    BatchSummary summary = new BatchSummary(outcomes, settings);
    summary.write();
    outcomes.stream()
        .filter(JobOutcome::isDone)
        .forEach(outcome -> commandLine().getOut().println(outcome.job().files().result()));
    return stop.isAsked() && summary.isIncomplete() ? stop.exitCode() : summary.exitCode().code();
  }

  private FileLock lock(BatchSettings settings) throws UserException {
    try {
      return FileLock.tryLock(settings.lock())
          .orElseThrow(
              () ->
                  new UserException(
                      ExitCode.OUTPUT,
                      "Another batch is writing to "
                          + options.output
                          + ": wait until it has finished, or choose another --output."));
    } catch (IOException e) {
      throw new UserException(
          ExitCode.OUTPUT,
          "The file "
              + settings.lock()
              + " can't be created and locked ("
              + FileFaults.inWords(e)
              + ").",
          e);
    }
  }

  private Path logDirectory() {
    return options.logDirectory != null
        ? workingDirectory.resolve(options.logDirectory)
        : Objects.requireNonNull(
            LogFolder.of(workingDirectory, workingDirectory.resolve(options.output).resolve("o"))
                .getParent());
  }

  BatchOptions options() {
    return options;
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
