package io.github.styletransfer.cli;

import io.github.styletransfer.console.Verbosity;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.InputFile;
import io.github.styletransfer.job.InputLocator;
import io.github.styletransfer.job.JobMethod;
import io.github.styletransfer.job.OutputChoice;
import io.github.styletransfer.job.OutputFiles;
import io.github.styletransfer.job.PaintingFile;
import io.github.styletransfer.job.PaintingName;
import io.github.styletransfer.job.RetouchChoice;
import io.github.styletransfer.job.StyleColors;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.job.UserFolders;
import io.github.styletransfer.record.RunManifest.Status;
import io.github.styletransfer.record.SavedRun;
import io.github.styletransfer.run.GracefulStop;
import io.github.styletransfer.run.JobRun;
import io.github.styletransfer.run.JobSession;
import io.github.styletransfer.run.KeptPreview;
import io.github.styletransfer.run.OutputCheck;
import io.github.styletransfer.run.RecordKeeping;
import io.github.styletransfer.run.Resume;
import io.github.styletransfer.run.RunChoices;
import io.github.styletransfer.run.RunLock;
import io.github.styletransfer.run.StopSignals;
import io.github.styletransfer.transfer.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The main command: paints a photo in the style of a painting. */
@Command(
    name = StyleTransferCommand.NAME,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    versionProvider = VersionProvider.class,
    header = "Paints a photo in the style of a painting.",
    synopsisHeading = "%nUsage: ",
    optionListHeading = "%n",
    exitCodeListHeading = "%nExit codes:%n",
    footer = {
      "",
      "The path of the result is printed on standard output, everything else on standard error.",
      "Arguments can also be in a file: style-transfer @FILE. If an option is given twice, the last"
          + " one counts; each --style and --style-mask counts.",
      "Native libraries and other files that can be recreated are kept in the folder named by the"
          + " environment variable STYLE_TRANSFER_CACHE, or else in the system's cache folder."
    })
final class StyleTransferCommand implements Callable<Integer> {
  static final String NAME = "style-transfer";

  private static final Logger LOG = LoggerFactory.getLogger(StyleTransferCommand.class);

  private final Path workingDirectory;
  private final UserFolders folders;
  private final StopSignals signals;
  private final BooleanSupplier terminal;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private ImageOptions images = new ImageOptions();
  @Mixin private FileOptions fileOptions = new FileOptions();
  @Mixin private RetouchOptions retouchOptions = new RetouchOptions();
  @Mixin private PatchOptions patchOptions = new PatchOptions();
  @Mixin private NetworkOptions networkOptions = new NetworkOptions();
  @Mixin private OptimizationOptions optimization = new OptimizationOptions();
  @Mixin private EngineOptions engineOptions = new EngineOptions();
  @Mixin private RunOptions runOptions = new RunOptions();

  StyleTransferCommand(
      Path workingDirectory, UserFolders folders, StopSignals signals, BooleanSupplier terminal) {
    this.workingDirectory = workingDirectory;
    this.folders = folders;
    this.signals = signals;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, UserException {
    LogOptions.verbosity(commandLine().getParseResult().matchedOptions().stream())
        .orElse(Verbosity.of(runOptions.verbose, runOptions.quiet))
        .apply();
    ValueRanges.check(commandLine());
    TransferJob job = job();
    IdleOptions.warning(
            commandLine().getParseResult(), job, Runtime.getRuntime().availableProcessors())
        .ifPresent(LOG::warn);
    new OutputCheck(job.files(), workingDirectory).prepareFolders();
    GracefulStop stop = new GracefulStop(signals::end);
    try (KeptPreview preview = new KeptPreview()) {
      int exitCode = run(job, choices(preview), stop);
      preview.await(signals);
      return exitCode;
    }
  }

  private int run(TransferJob job, RunChoices choices, GracefulStop stop)
      throws IOException, UserException {
    StopSignals.Listener listener = signals.listen(stop);
    try (RunLock lock = RunLock.of(job.files());
        JobSession session = JobSession.forOneJob(folders.convolutionTimes())) {
      LOG.debug("{}", lock);
      Status status = new JobRun(job, choices, commandLine().getErr(), terminal).run(session, stop);
      if (status != Status.FINISHED) {
        return stop.exitCode();
      }
    } finally {
      listener.close();
    }
    commandLine().getOut().println(job.files().result());
    return ExitCode.SUCCESS.code();
  }

  RunOptions runOptions() {
    return runOptions;
  }

  private RunChoices choices(KeptPreview preview) {
    return new RunChoices(
        runOptions.saveStateEvery,
        runOptions.resume ? Resume.OR_REFUSE : Resume.NEVER,
        runOptions.progress,
        runOptions.preview(preview),
        RecordKeeping.FULL);
  }

  private static OptionalInt optional(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /** The job that the parsed arguments ask for. */
  TransferJob job() throws IOException, UserException {
    InputLocator inputs = new InputLocator(workingDirectory);
    List<PaintingName> names = inputs.paintingNames(images.styles);
    List<String> masks = inputs.maskNames(images.styleMasks);
    InputLocator.requireOneStandardInput(named(names, masks));
    try {
      OutputFiles files = OutputFiles.of(workingDirectory, images.output, runOptions.logDirectory);
      OutputChoice output = fileOptions.choice();
      output.requirePossible(files.result());
      SavedRun saved = new SavedRun(files);
      InputFile content = inputs.content(images.content);
      List<PaintingFile> paintings = inputs.paintings(names);
      RetouchChoice retouch =
          retouchOptions.choice(commandLine().getParseResult(), images.matchColors, inputs);
      JobMethod method = selection(saved, retouch.styleColors()).choose(inputs);
      TransferJob job =
          new TransferJob(
              content,
              paintings,
              inputs.masks(images.contentMask, masks, paintings.size()),
              optional(images.size),
              images.maxPixels,
              retouch,
              output,
              method,
              new Checkpoints(runOptions.checkpoints),
              engineOptions.threads(),
              engineOptions.memory(method),
              files);
      boolean goesOn = runOptions.resume && (saved.hasState() || Files.exists(files.manifest()));
      new OutputCheck(files, workingDirectory).targets(job, images.overwrite || goesOn);
      return job;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private Map<String, List<String>> named(List<PaintingName> paintings, List<String> masks) {
    Map<String, List<String>> named = new LinkedHashMap<>();
    named.put("--content", List.of(images.content));
    named.put("--style", paintings.stream().map(PaintingName::name).toList());
    named.put("--content-mask", Stream.ofNullable(images.contentMask).toList());
    named.put("--style-mask", masks);
    named.put("--init", Stream.ofNullable(images.init).toList());
    named.put("--where", Stream.ofNullable(retouchOptions.where).toList());
    return named;
  }

  private MethodSelection selection(SavedRun saved, StyleColors styleColors) {
    return new MethodSelection(
        workingDirectory,
        runOptions.resume ? Optional.of(saved) : Optional.empty(),
        images,
        styleColors,
        patchOptions,
        networkOptions,
        optimization,
        engineOptions);
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
