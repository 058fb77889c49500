package io.github.styletransfer.cli;

import io.github.styletransfer.model.loss.LayerWeight;
import java.util.List;

/**
 * The layers of a loss as one value on the command line.
 *
 * @param layers in the order given
 */
record LayerWeights(List<LayerWeight> layers) {
  LayerWeights {
    layers = List.copyOf(layers);
  }
}
