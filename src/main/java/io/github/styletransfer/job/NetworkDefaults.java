package io.github.styletransfer.job;

import io.github.styletransfer.descent.ConvergenceRule;
import io.github.styletransfer.descent.IterationCount;
import io.github.styletransfer.descent.SizeSteps;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.model.loss.LayerChoice;
import io.github.styletransfer.model.loss.LayerWeight;
import io.github.styletransfer.model.loss.Neighbours;
import io.github.styletransfer.network.vgg.KernelLayout;
import io.github.styletransfer.network.vgg.Padding;
import io.github.styletransfer.network.vgg.Pooling;
import io.github.styletransfer.network.vgg.VggSettings;
import io.github.styletransfer.optimize.AdamSettings;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a feature network is used with unless the command line says otherwise.
 *
 * @param vgg how VGG-19 is computed; no matter for other networks
 * @param contentWeight of the content loss
 * @param styleWeight of the style loss
 * @param tvWeight of the total variation loss
 * @param styleLoss how styles are compared
 * @param neighbours of which the total variation is
 * @param contentLayers of the content loss
 * @param styleLayers of the style loss
 * @param init what to start from
 * @param matchColors whether the photo gets the painting's colours first
 * @param resampling how images are resized
 * @param sizes how many sizes a run goes through, and how far they are apart
 * @param optimizer the optimiser
 * @param iterations evaluations of the loss
 * @param stopWhen when a size is done before its last iteration
 * @param adam Adam's hyperparameters, and those of polishing
 */
public record NetworkDefaults(
    VggSettings vgg,
    double contentWeight,
    double styleWeight,
    double tvWeight,
    StyleLossKind styleLoss,
    Neighbours neighbours,
    LayerChoice contentLayers,
    LayerChoice styleLayers,
    String init,
    boolean matchColors,
    Resampling resampling,
    SizeSteps sizes,
    OptimizerMethod optimizer,
    IterationCount iterations,
    Optional<ConvergenceRule> stopWhen,
    AdamSettings adam) {
  /** As many sizes as there are, with little left for each to do. */
  private static final SizeSteps SMALL_STEPS = new SizeSteps(OptionalInt.empty(), Math.sqrt(2));

  /** What polishes results. */
  private static final AdamSettings POLISHER = new AdamSettings(6, 0.95, 0.99, 1e-8, 0.9);

  /** The original program's. */
  public static final NetworkDefaults ORIGINAL =
      new NetworkDefaults(
          VggSettings.ORIGINAL,
          5,
          500,
          100,
          StyleLossKind.GRAM,
          Neighbours.FOUR,
          LayerChoice.usual("relu4_2"),
          LayerChoice.usual("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1"),
          StartOption.NOISE,
          false,
          Resampling.LINEAR,
          SizeSteps.doubling(1),
          OptimizerMethod.ADAM,
          IterationCount.together(1000),
          Optional.empty(),
          new AdamSettings(10, 0.9, 0.999, 1e-8));

  /** Chosen by eye, with trained weights, and by the clock. */
  public static final NetworkDefaults FINE =
      new NetworkDefaults(
          new VggSettings(KernelLayout.HW, Pooling.MAX, Padding.REPLICATE),
          2,
          1e6,
          60,
          StyleLossKind.WASSERSTEIN,
          Neighbours.EIGHT,
          LayerChoice.usual("relu4_2"),
          LayerChoice.usual("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1"),
          StartOption.CONTENT,
          false,
          Resampling.CUBIC,
          SMALL_STEPS,
          OptimizerMethod.LBFGS,
          IterationCount.each(60, 20, 150),
          Optional.empty(),
          POLISHER);

  /** Of the thin VGG-19: chosen by eye and by the clock. */
  public static final NetworkDefaults THIN =
      new NetworkDefaults(
          new VggSettings(KernelLayout.HW, Pooling.MAX, Padding.REPLICATE),
          20,
          500,
          0.006,
          StyleLossKind.WASSERSTEIN,
          Neighbours.EIGHT,
          LayerChoice.usual("relu4_2"),
          LayerChoice.usual(
              new LayerWeight("relu1_1", 1),
              new LayerWeight("relu2_1", 2),
              new LayerWeight("relu3_1", 5),
              new LayerWeight("relu4_1", 17),
              new LayerWeight("relu5_1", 0.3)),
          StartOption.CONTENT,
          false,
          Resampling.CUBIC,
          SMALL_STEPS,
          OptimizerMethod.LBFGS,
          IterationCount.each(50, 12, 60),
          Optional.empty(),
          POLISHER);

  /** The same, with more time. */
  public static final NetworkDefaults THIN_FINE = THIN.with(FINE.iterations());

  /** Chosen by eye on photos and paintings of many kinds. */
  public static final NetworkDefaults WAVELET =
      new NetworkDefaults(
          VggSettings.ORIGINAL,
          4,
          100,
          0,
          StyleLossKind.GRAM,
          Neighbours.FOUR,
          new LayerChoice.CoarserLevels(),
          new LayerChoice.AllStyleLayers(),
          StartOption.CONTENT,
          true,
          Resampling.LINEAR,
          SizeSteps.doubling(3),
          OptimizerMethod.LBFGS,
          IterationCount.together(100),
          Optional.empty(),
          new AdamSettings(6, 0.9, 0.99, 1e-8));

  private NetworkDefaults with(IterationCount other) {
    return new NetworkDefaults(
        vgg,
        contentWeight,
        styleWeight,
        tvWeight,
        styleLoss,
        neighbours,
        contentLayers,
        styleLayers,
        init,
        matchColors,
        resampling,
        sizes,
        optimizer,
        other,
        stopWhen,
        adam);
  }
}
