package io.github.styletransfer.cli;

import io.github.styletransfer.descent.ConvergenceRule;
import io.github.styletransfer.descent.IterationCount;
import io.github.styletransfer.descent.SizeSteps;
import io.github.styletransfer.descent.Stages;
import io.github.styletransfer.job.NetworkDefaults;
import io.github.styletransfer.job.NetworkKind;
import io.github.styletransfer.job.OptimizerMethod;
import io.github.styletransfer.job.Strength;
import io.github.styletransfer.job.StyleLossKind;
import io.github.styletransfer.model.loss.ContentLoss;
import io.github.styletransfer.model.loss.LayerChoice;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.model.loss.Neighbours;
import io.github.styletransfer.model.loss.TotalVariationLoss;
import io.github.styletransfer.optimize.AdamSettings;
import io.github.styletransfer.optimize.LbfgsSettings;
import io.github.styletransfer.optimize.OptimizerSettings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is minimised, and how. What isn't given is the network's default. */
final class OptimizationOptions {
  @Option(
      names = "--content-weight",
      paramLabel = "W",
      description = "Weight of the content loss (${bundle:default.content-weight}).")
  @Nullable Double contentWeight;

  @Option(
      names = "--style-weight",
      paramLabel = "W",
      description = "Weight of the style loss (${bundle:default.style-weight}).")
  @Nullable Double styleWeight;

  @Option(
      names = "--tv-weight",
      paramLabel = "W",
      description = "Weight of the total variation loss (${bundle:default.tv-weight}).")
  @Nullable Double tvWeight;

  @Option(
      names = "--style-loss",
      paramLabel = "gram|wasserstein",
      description =
          "VGG-19 and thin: compare styles by Gram matrices, or by the Wasserstein distance of Gaussians,"
              + " for which weights mean something else (${bundle:default.style-loss}).")
  @Nullable StyleLossKind styleLoss;

  @Option(
      names = "--tv-neighbors",
      paramLabel = "4|8",
      description =
          "How many neighbours of a pixel the total variation loss looks at"
              + " (${bundle:default.tv-neighbors}).")
  @Nullable Neighbours neighbours;

  @Option(
      names = "--optimizer",
      paramLabel = "adam|lbfgs",
      description = "How the image is optimised (${bundle:default.optimizer}).")
  @Nullable OptimizerMethod optimizer;

  @Option(
      names = "--iterations",
      paramLabel = "N[,M[,P]]",
      converter = IterationCountConverter.class,
      description =
          "Evaluations of the loss and its gradient; with two numbers, N at the first size and M at"
              + " each further one; with three, then P by Adam to polish the result"
              + " (${bundle:default.iterations}).")
  @Nullable IterationCount iterations;

  @Option(
      names = "--sizes",
      paramLabel = "N|auto",
      converter = SizeCountConverter.class,
      description =
          "How many sizes to work through; small images have fewer. auto: from 128 pixels on"
              + " (${bundle:default.sizes}).")
  @Nullable SizeCount sizes;

  @Option(
      names = "--size-ratio",
      paramLabel = "R",
      description =
          "Network only: how many times as wide each size is as the one before, from 1.1 to 4"
              + " (${bundle:default.size-ratio}).")
  @Nullable Double sizeRatio;

  @Option(
      names = "--more-iterations",
      paramLabel = "N",
      converter = MoreIterationsConverter.class,
      description =
          "Further iterations at the result's own size. --resume adds them when --iterations is"
              + " more than the finished run had (default: none).")
  @Nullable MoreIterations moreIterations;

  @Option(
      names = "--learning-rate",
      paramLabel = "R",
      description = "Adam's step size in grey levels (${bundle:default.learning-rate}).")
  @Nullable Double learningRate;

  @Option(
      names = "--beta1",
      paramLabel = "B",
      description = "Adam's decay of the first moment (${bundle:default.beta1}).")
  @Nullable Double beta1;

  @Option(
      names = "--beta2",
      paramLabel = "B",
      description = "Adam's decay of the second moment (${bundle:default.beta2}).")
  @Nullable Double beta2;

  @Option(
      names = "--epsilon",
      paramLabel = "E",
      description = "Adam's epsilon (${bundle:default.epsilon}).")
  @Nullable Double epsilon;

  @Option(
      names = "--average",
      paramLabel = "A",
      description =
          "Adam only: the result is the moving average of the images, with this decay; 0: the last"
              + " image (${bundle:default.average}).")
  @Nullable Double average;

  @Option(
      names = "--history",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many steps L-BFGS remembers (default: ${DEFAULT-VALUE}).")
  int history;

  @Option(
      names = "--stop-when",
      paramLabel = "P%/N|never",
      converter = ConvergenceRuleConverter.class,
      description =
          "End a size when the total loss has fallen by less than P percent over N iterations, e.g."
              + " 0.1%%/50, or never (${bundle:default.stop-when}).")
  @Nullable StopRule stopWhen;

  LossSettings losses(
      NetworkKind network,
      NetworkDefaults defaults,
      Strength strength,
      @Nullable LayerWeights contentLayers,
      @Nullable LayerWeights styleLayers) {
    return new LossSettings(
        List.of(
            new ContentLoss(
                orElse(contentWeight, strength.contentWeight(defaults.contentWeight())),
                orElse(contentLayers, defaults.contentLayers())),
            styleLoss(network, defaults)
                .of(
                    orElse(styleWeight, defaults.styleWeight()),
                    orElse(styleLayers, defaults.styleLayers()),
                    network.featureScale()),
            new TotalVariationLoss(
                orElse(tvWeight, defaults.tvWeight()), orElse(neighbours, defaults.neighbours()))));
  }

  private StyleLossKind styleLoss(NetworkKind network, NetworkDefaults defaults) {
    return network.ownOptions().contains("style-loss")
        ? orElse(styleLoss, defaults.styleLoss())
        : defaults.styleLoss();
  }

  private static LayerChoice orElse(@Nullable LayerWeights given, LayerChoice otherwise) {
    return given == null ? otherwise : LayerChoice.of(given.layers());
  }

  /** Checks the hyperparameters of both optimisers, also of the one that isn't used. */
  OptimizerSettings optimizer(NetworkDefaults defaults) {
    AdamSettings adam = adam(defaults);
    LbfgsSettings usual = LbfgsSettings.DEFAULT;
    LbfgsSettings lbfgs =
        new LbfgsSettings(
            history,
            usual.sufficientDecrease(),
            usual.curvature(),
            usual.maxEvaluations(),
            usual.firstStep());
    return switch (orElse(optimizer, defaults.optimizer())) {
      case ADAM -> adam;
      case LBFGS -> lbfgs;
    };
  }

  /** Adam's hyperparameters. */
  AdamSettings adam(NetworkDefaults defaults) {
    AdamSettings usual = defaults.adam();
    return new AdamSettings(
        orElse(learningRate, usual.learningRate()),
        orElse(beta1, usual.beta1()),
        orElse(beta2, usual.beta2()),
        orElse(epsilon, usual.epsilon()),
        orElse(average, usual.average()));
  }

  /**
   * The sizes that a run goes through.
   *
   * @param goesOn whether it starts from an image of its own, of which small sizes would lose the
   *     detail
   */
  Stages stages(NetworkDefaults defaults, boolean goesOn) {
    SizeSteps usual = defaults.sizes();
    OptionalInt usualCount = goesOn && usual.count().isEmpty() ? OptionalInt.of(1) : usual.count();
    return new Stages(
        orElse(iterations, defaults.iterations()),
        new SizeSteps(sizes == null ? usualCount : sizes.count(), orElse(sizeRatio, usual.ratio())),
        moreIterations == null ? List.of() : moreIterations.counts());
  }

  Optional<ConvergenceRule> stopWhen(NetworkDefaults defaults) {
    return stopWhen == null ? defaults.stopWhen() : stopWhen.rule();
  }

  private static <T> T orElse(@Nullable T value, T otherwise) {
    return Objects.requireNonNullElse(value, otherwise);
  }
}
