package io.github.styletransfer.cli;

import io.github.styletransfer.descent.InitialImage;
import io.github.styletransfer.descent.Stages;
import io.github.styletransfer.job.InputLocator;
import io.github.styletransfer.job.JobMethod;
import io.github.styletransfer.job.MethodName;
import io.github.styletransfer.job.NetworkChoice;
import io.github.styletransfer.job.NetworkDefaults;
import io.github.styletransfer.job.NetworkMethod;
import io.github.styletransfer.job.PatchMethod;
import io.github.styletransfer.job.StartOption;
import io.github.styletransfer.job.Strength;
import io.github.styletransfer.job.StyleColors;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.record.SavedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Finds out from the options how to paint.
 *
 * @param workingDirectory what relative paths are relative to
 * @param earlier what an earlier run in the same place left; empty if it isn't to be continued
 * @param styleColors if they are the photo's, the photo doesn't get the painting's
 */
record MethodSelection(
    Path workingDirectory,
    Optional<SavedRun> earlier,
    ImageOptions images,
    StyleColors styleColors,
    PatchOptions patches,
    NetworkOptions networks,
    OptimizationOptions optimization,
    EngineOptions engines) {
  private static final List<String> START_WORDS =
      List.of(StartOption.NOISE, StartOption.CONTENT, StartOption.STYLE);

  /**
   * The method with its settings.
   *
   * @param inputs find an image to start from
   * @throws IllegalArgumentException if the options contradict each other
   * @throws UserException if an earlier run's state can't be read
   */
  JobMethod choose(InputLocator inputs) throws IOException, UserException {
    if (patches.method == MethodName.PATCHES) {
      return patches("");
    }
    if (patches.method == MethodName.NETWORK || networks.network != null) {
      return network(networks.network, inputs);
    }
    if (recorded(JobMethod.METHOD).isPresent()) {
      return patches(", as in the run that is continued");
    }
    Optional<String> network = recorded(NetworkChoice.NETWORK);
    if (network.isPresent()) {
      return network(network.get(), inputs);
    }
    return NetworkChoice.isTrainedByDefault(workingDirectory)
        ? network(null, inputs)
        : patches(NetworkChoice.WITHOUT_FILE);
  }

  /** What the earlier run was asked for; a network that is a file isn't among it. */
  private Optional<String> recorded(String option) throws UserException {
    return earlier.isEmpty() ? Optional.empty() : earlier.get().recorded(option);
  }

  private PatchMethod patches(String reason) {
    return new PatchMethod(
        patches.settings(
            strength(),
            images.styleScale,
            optimization.sizes == null ? OptionalInt.empty() : optimization.sizes.count(),
            images.seed),
        reason);
  }

  private Strength strength() {
    return new Strength(images.strength);
  }

  private NetworkMethod network(@Nullable String argument, InputLocator inputs)
      throws IOException, UserException {
    NetworkChoice network = NetworkChoice.of(argument, networks::vgg, workingDirectory);
    NetworkDefaults defaults = network.kind().defaults(networks.preset());
    StartOption start = start(inputs, Objects.requireNonNullElse(images.init, defaults.init()));
    Stages wanted = optimization.stages(defaults, start instanceof StartOption.ImageFile);
    return new NetworkMethod(
        start,
        styleColors == StyleColors.PAINTING
            && Objects.requireNonNullElse(images.matchColors, defaults.matchColors()),
        Objects.requireNonNullElse(images.resampling, defaults.resampling()),
        images.styleScale,
        network,
        Optional.ofNullable(networks.preset),
        optimization.losses(
            network.kind(), defaults, strength(), networks.contentLayers, networks.styleLayers),
        optimization.optimizer(defaults),
        optimization.adam(defaults),
        earlier.isPresent() ? earlier.get().prolonged(wanted) : wanted,
        optimization.stopWhen(defaults),
        engines.choice());
  }

  private StartOption start(InputLocator inputs, String init) throws IOException, UserException {
    return switch (init) {
      case StartOption.NOISE -> new StartOption.BuiltIn(new InitialImage.Noise(seed()));
      case StartOption.CONTENT -> new StartOption.BuiltIn(new InitialImage.Content());
      case StartOption.STYLE -> new StartOption.BuiltIn(new InitialImage.Style());
      default -> new StartOption.ImageFile(inputs.initial(init, START_WORDS));
    };
  }

  private long seed() throws UserException {
    if (images.seed != null) {
      return images.seed;
    }
    OptionalLong seed = earlier.isEmpty() ? OptionalLong.empty() : earlier.get().seed();
    return seed.orElseGet(() -> ThreadLocalRandom.current().nextInt(1 << 30));
  }
}
