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
import io.github.styletransfer.record.RunSpeeds;
import io.github.styletransfer.record.SavedRun;
import io.github.styletransfer.run.ComputedJob;
import io.github.styletransfer.run.DryRun;
import io.github.styletransfer.run.GracefulStop;
import io.github.styletransfer.run.JobRun;
import io.github.styletransfer.run.JobSession;
import io.github.styletransfer.run.OutputCheck;
import io.github.styletransfer.run.RecordKeeping;
import io.github.styletransfer.run.Resume;
import io.github.styletransfer.run.RunChoices;
import io.github.styletransfer.run.RunLock;
import io.github.styletransfer.run.RunTimelapse;
import io.github.styletransfer.run.StopSignals;
import io.github.styletransfer.transfer.Checkpoints;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.TransferListener;
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
    customSynopsis = {
      "style-transfer [OPTIONS] PHOTO PAINTING",
      "style-transfer COMMAND [OPTIONS]"
    },
    description = {
      "Examples:",
      "  style-transfer photo.jpg painting.jpg",
      "  style-transfer -c photo.jpg -s painting.jpg -o result.png --size 1024",
      "  style-transfer batch --content photos --style painting.jpg"
    },
    footer = {
      "The path of the result is printed on standard output, everything else on standard error."
          + " Arguments can also be in a file: style-transfer @FILE. If an option is given twice, the"
          + " last one counts; each --style and --style-mask counts."
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
  @Mixin private HelpOptions helpOptions = new HelpOptions();
  @Mixin private ShowOptions showOptions = new ShowOptions();

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
        .orElse(Verbosity.of(runOptions.verbose, runOptions.quiet || runOptions.dryRun))
        .apply();
    if (helpOptions.all) {
      commandLine().usage(commandLine().getOut());
      return ExitCode.SUCCESS.code();
    }
    ValueRanges.check(commandLine());
    TransferJob job = job();
    IdleOptions.warning(
            commandLine().getParseResult(), job, Runtime.getRuntime().availableProcessors())
        .ifPresent(LOG::warn);
    RunChoices choices = choices();
    RunSpeeds speeds = new RunSpeeds(folders.runSpeeds());
    if (runOptions.dryRun) {
      try (JobSession session = JobSession.forOneJob(folders.convolutionTimes(), speeds)) {
        DryRun.describe(job, choices, session, speeds).forEach(commandLine().getOut()::println);
      }
      return ExitCode.SUCCESS.code();
    }
    new OutputCheck(job.files(), workingDirectory).prepareFolders();
    Optional<RunTimelapse> timelapse =
        showOptions.timelapse(workingDirectory, job, images.overwrite || runOptions.resume);
    GracefulStop stop = new GracefulStop(signals::end);
    StopSignals.Listener listener = signals.listen(stop);
    ComputedJob computed;
    Status status;
    try (RunLock lock = RunLock.of(job.files());
        JobSession session = JobSession.forOneJob(folders.convolutionTimes(), speeds)) {
      LOG.debug("{}", lock);
      computed =
          new JobRun(job, choices, commandLine().getErr(), terminal)
              .compute(session, stop, stages -> watch(timelapse, stages));
      status = computed.finish();
    } finally {
      listener.close();
    }
    if (status == Status.FINISHED) {
      showOptions.show(job.files().result(), job.maxPixels(), commandLine().getErr(), terminal);
      commandLine().getOut().println(job.files().result());
    }
    if (timelapse.isPresent()) {
      timelapse.get().write(computed.image());
    }
    return status == Status.FINISHED ? ExitCode.SUCCESS.code() : stop.exitCode();
  }

  private static TransferListener watch(
      Optional<RunTimelapse> timelapse, List<PlannedStage> stages) {
    return timelapse.map(some -> some.frames(stages)).orElse(new TransferListener() {});
  }

  RunOptions runOptions() {
    return runOptions;
  }

  private RunChoices choices() {
    return new RunChoices(
        runOptions.saveStateEvery,
        runOptions.resume ? Resume.OR_REFUSE : Resume.NEVER,
        runOptions.progress,
        optional(runOptions.preview),
        RecordKeeping.FULL,
        showOptions.timelapse != null);
  }

  private static OptionalInt optional(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /** The job that the parsed arguments ask for. */
  TransferJob job() throws IOException, UserException {
    InputLocator inputs = new InputLocator(workingDirectory);
    NamedImages named = NamedImages.of(commandLine(), images, inputs);
    List<PaintingName> names =
        inputs.paintingNames(
            new RandomPainting(workingDirectory, images, runOptions)
                .inPlaceOf(named.styles(), inputs));
    List<String> masks = inputs.maskNames(images.styleMasks);
    InputLocator.requireOneStandardInput(named(named.content(), names, masks));
    try {
      OutputFiles files =
          OutputFiles.of(
              workingDirectory,
              images.output == null
                  ? NamePattern.ofOneResult(fileOptions.ending()).name(named.content(), names)
                  : images.output,
              runOptions.logDirectory);
      OutputChoice output = fileOptions.choice();
      output.requirePossible(files.result());
      SavedRun saved = new SavedRun(files);
      InputFile content = inputs.content(named.content());
      List<PaintingFile> paintings = inputs.paintings(names);
      RetouchChoice retouch =
          retouchOptions.choice(commandLine().getParseResult(), images.matchColors, inputs);
      Optional<SavedRun> continued = runOptions.resume ? Optional.of(saved) : Optional.empty();
      JobMethod method = selection(continued, retouch.styleColors()).choose(inputs);
      TransferJob job =
          new TransferJob(
              content,
              paintings,
              inputs.masks(images.contentMask, masks, paintings.size()),
              new SizeSelection(images.size, networkOptions.preset, continued)
                  .choose(content, images.maxPixels, method),
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

  private Map<String, List<String>> named(
      String content, List<PaintingName> paintings, List<String> masks) {
    Map<String, List<String>> named = new LinkedHashMap<>();
    named.put("--content", List.of(content));
    named.put("--style", paintings.stream().map(PaintingName::name).toList());
    named.put("--content-mask", Stream.ofNullable(images.contentMask).toList());
    named.put("--style-mask", masks);
    named.put("--init", Stream.ofNullable(images.init).toList());
    named.put("--where", Stream.ofNullable(retouchOptions.where).toList());
    return named;
  }

  private MethodSelection selection(Optional<SavedRun> continued, StyleColors styleColors) {
    return new MethodSelection(
        workingDirectory,
        continued,
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
