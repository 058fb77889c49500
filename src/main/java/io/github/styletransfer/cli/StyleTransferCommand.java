package io.github.styletransfer.cli;

import io.github.styletransfer.image.ImageReader;
import io.github.styletransfer.report.RunManifest.Status;
import io.github.styletransfer.transfer.Checkpoints;
import io.github.styletransfer.transfer.InitialImage;
import io.github.styletransfer.transfer.Stages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The one command: paints a photo in the style of a painting. */
@Command(
    name = "style-transfer",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    versionProvider = VersionProvider.class,
    header = "Paints a photo in the style of a painting (Gatys et al. 2016).",
    synopsisHeading = "%nUsage: ",
    optionListHeading = "%n",
    exitCodeListHeading = "%nExit codes:%n",
    footer = {
      "",
      "The path of the result is printed on standard output, everything else on standard error.",
      "Arguments can also stand in a file: style-transfer @FILE",
      "Native libraries and other files that can be made anew are kept in the folder that the"
          + " environment variable STYLE_TRANSFER_CACHE names, else in the system's cache folder."
    })
final class StyleTransferCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(StyleTransferCommand.class);
  private static final int MOST_PORT = 65_535;

  private final Path workingDirectory;
  private final UserFolders folders;
  private final StopSignals signals;
  private final BooleanSupplier terminal;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private ImageOptions images = new ImageOptions();
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
    Verbosity.of(runOptions.verbose, runOptions.quiet).apply();
    TransferJob job = job();
    RunChoices choices = choices();
    new OutputCheck(job.files(), workingDirectory).prepareFolders();
    GracefulStop stop = new GracefulStop(signals::end);
    StopSignals.Listener listener = signals.listen(stop);
    try (RunLock lock = RunLock.of(job.files())) {
      LOG.debug("{}", lock);
      JobRun run =
          new JobRun(job, choices, folders.convolutionTimes(), commandLine().getErr(), terminal);
      Status status = run.run(stop);
      if (status != Status.FINISHED) {
        return stop.exitCode();
      }
    } finally {
      listener.close();
    }
    commandLine().getOut().println(job.files().result());
    return ExitCode.SUCCESS.code();
  }

  private RunChoices choices() {
    return new RunChoices(
        runOptions.saveStateEvery, runOptions.resume, runOptions.progress, previewPort());
  }

  private OptionalInt previewPort() {
    if (runOptions.preview == null) {
      return OptionalInt.empty();
    }
    if (runOptions.preview < 0 || runOptions.preview > MOST_PORT) {
      throw new ParameterException(
          commandLine(),
          "--preview must be from 0 to " + MOST_PORT + ", not " + runOptions.preview);
    }
    return OptionalInt.of(runOptions.preview);
  }

  private TransferJob job() throws UserException {
    InputLocator inputs = new InputLocator(workingDirectory);
    try {
      NetworkChoice network =
          NetworkChoice.of(networkOptions.network, networkOptions.kernelLayout, workingDirectory);
      NetworkDefaults defaults = network.defaults();
      OutputFiles files = OutputFiles.of(workingDirectory, images.output, runOptions.logDirectory);
      SavedRun saved = new SavedRun(files);
      Stages wanted = optimization.stages(defaults);
      Stages stages = runOptions.resume ? saved.prolonged(wanted) : wanted;
      TransferJob job =
          new TransferJob(
              inputs.content(images.content),
              inputs.style(images.style),
              start(inputs, Objects.requireNonNullElse(images.init, defaults.init()), saved),
              longestSide(),
              maxPixels(),
              network,
              networkOptions.pooling,
              optimization.losses(
                  defaults, networkOptions.contentLayers, networkOptions.styleLayers),
              optimization.optimizer(defaults),
              Objects.requireNonNullElse(images.matchColors, defaults.matchColors()),
              stages,
              new Checkpoints(stages.iterations(), runOptions.checkpoints),
              Optional.ofNullable(optimization.stopWhen),
              engineOptions.choice(),
              files);
      List<Path> read = new ArrayList<>(List.of(job.content(), job.style()));
      read.addAll(job.start().inputs());
      boolean goesOn = runOptions.resume && (saved.hasState() || Files.exists(files.manifest()));
      new OutputCheck(files, workingDirectory)
          .targets(
              read,
              job.stages().total(),
              job.checkpoints()::isDueAfter,
              images.overwrite || goesOn);
      return job;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private StartOption start(InputLocator inputs, String init, SavedRun saved) throws UserException {
    return switch (init) {
      case "noise" -> new StartOption.BuiltIn(new InitialImage.Noise(seed(saved)));
      case "content" -> new StartOption.BuiltIn(new InitialImage.Content());
      case "style" -> new StartOption.BuiltIn(new InitialImage.Style());
      default -> new StartOption.ImageFile(inputs.initial(init));
    };
  }

  private long seed(SavedRun saved) throws UserException {
    if (images.seed != null) {
      return images.seed;
    }
    OptionalLong earlier = runOptions.resume ? saved.seed() : OptionalLong.empty();
    return earlier.orElseGet(() -> ThreadLocalRandom.current().nextInt(1 << 30));
  }

  private long maxPixels() {
    if (images.maxPixels < 1 || images.maxPixels > ImageReader.MOST_PIXELS) {
      throw new IllegalArgumentException(
          "--max-pixels must be from 1 to "
              + ImageReader.MOST_PIXELS
              + ", not "
              + images.maxPixels);
    }
    return images.maxPixels;
  }

  private OptionalInt longestSide() {
    if (images.size == null) {
      return OptionalInt.empty();
    }
    if (images.size < 1) {
      throw new IllegalArgumentException("--size must be 1 or more, not " + images.size);
    }
    return OptionalInt.of(images.size);
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
