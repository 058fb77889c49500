package io.github.styletransfer.cli;

import io.github.styletransfer.transfer.Checkpoints;
import io.github.styletransfer.transfer.DivergedException;
import io.github.styletransfer.transfer.InitialImage;
import io.github.styletransfer.transfer.Stages;
import io.github.styletransfer.transfer.TransferResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
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
      "Arguments can also stand in a file: style-transfer @FILE"
    })
final class StyleTransferCommand implements Callable<Integer> {
  private final Path workingDirectory;
  private final StopSignals signals;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private ImageOptions images = new ImageOptions();
  @Mixin private NetworkOptions networkOptions = new NetworkOptions();
  @Mixin private OptimizationOptions optimization = new OptimizationOptions();
  @Mixin private EngineOptions engineOptions = new EngineOptions();
  @Mixin private RunOptions runOptions = new RunOptions();

  StyleTransferCommand(Path workingDirectory, StopSignals signals) {
    this.workingDirectory = workingDirectory;
    this.signals = signals;
  }

  @Override
  public Integer call() throws IOException, UserException, DivergedException {
    Verbosity.of(runOptions.verbose, runOptions.quiet).apply();
    TransferJob job = job();
    job.files().prepareFolders();
    GracefulStop stop = new GracefulStop(Runtime.getRuntime()::exit);
    StopSignals.Listener listener = signals.listen(stop);
    try {
      if (!(job.run(stop.request()) instanceof TransferResult.Finished)) {
        return stop.exitCode();
      }
    } finally {
      listener.close();
    }
    commandLine().getOut().println(job.files().result());
    return ExitCode.SUCCESS.code();
  }

  private TransferJob job() throws UserException {
    InputLocator inputs = new InputLocator(workingDirectory);
    try {
      NetworkChoice network =
          NetworkChoice.of(networkOptions.network, networkOptions.kernelLayout, workingDirectory);
      NetworkDefaults defaults = network.defaults();
      TransferJob job =
          new TransferJob(
              inputs.content(images.content),
              inputs.style(images.style),
              start(inputs, Objects.requireNonNullElse(images.init, defaults.init())),
              longestSide(),
              network,
              networkOptions.pooling,
              optimization.losses(
                  defaults, networkOptions.contentLayers, networkOptions.styleLayers),
              optimization.optimizer(defaults),
              Objects.requireNonNullElse(images.matchColors, defaults.matchColors()),
              new Stages(optimization.iterations(defaults), optimization.sizes(defaults)),
              new Checkpoints(optimization.iterations(defaults), runOptions.checkpoints),
              engineOptions.choice(),
              OutputFiles.of(workingDirectory, images.output, runOptions.logDirectory));
      List<Path> read = new ArrayList<>(List.of(job.content(), job.style()));
      read.addAll(job.start().inputs());
      job.files().checkTargets(read, job.checkpoints(), images.overwrite);
      return job;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private StartOption start(InputLocator inputs, String init) throws UserException {
    return switch (init) {
      case "noise" -> new StartOption.BuiltIn(new InitialImage.Noise(seed()));
      case "content" -> new StartOption.BuiltIn(new InitialImage.Content());
      case "style" -> new StartOption.BuiltIn(new InitialImage.Style());
      default -> new StartOption.ImageFile(inputs.initial(init));
    };
  }

  private long seed() {
    return images.seed != null ? images.seed : ThreadLocalRandom.current().nextInt(1 << 30);
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
