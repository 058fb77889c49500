package io.github.styletransfer.job;

import io.github.styletransfer.model.loss.LayerChoice;
import io.github.styletransfer.optimize.AdamSettings;

/**
 * What a feature network is used with unless the command line says otherwise.
 *
 * @param contentWeight of the content loss
 * @param styleWeight of the style loss
 * @param tvWeight of the total variation loss
 * @param contentLayers of the content loss
 * @param styleLayers of the style loss
 * @param init what to start from
 * @param matchColors whether the photo gets the painting's colours first
 * @param sizes how many sizes a run goes through
 * @param optimizer the optimiser
 * @param iterations evaluations of the loss
 * @param adam Adam's hyperparameters
 */
public record NetworkDefaults(
    double contentWeight,
    double styleWeight,
    double tvWeight,
    LayerChoice contentLayers,
    LayerChoice styleLayers,
    String init,
    boolean matchColors,
    int sizes,
    OptimizerMethod optimizer,
    int iterations,
    AdamSettings adam) {

  /** The original program's. */
  public static final NetworkDefaults VGG19 =
      new NetworkDefaults(
          5,
          500,
          100,
          LayerChoice.usual("relu4_2"),
          LayerChoice.usual("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1"),
          StartOption.NOISE,
          false,
          1,
          OptimizerMethod.ADAM,
          1000,
          new AdamSettings(10, 0.9, 0.999, 1e-8));

  /** Chosen by eye on photos and paintings of many kinds. */
  public static final NetworkDefaults WAVELET =
      new NetworkDefaults(
          4,
          100,
          0,
          new LayerChoice.CoarserLevels(),
          new LayerChoice.AllStyleLayers(),
          StartOption.CONTENT,
          true,
          3,
          OptimizerMethod.LBFGS,
          100,
          new AdamSettings(6, 0.9, 0.99, 1e-8));
}
