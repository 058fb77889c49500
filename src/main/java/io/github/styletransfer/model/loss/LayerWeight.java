package io.github.styletransfer.model.loss;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A layer that takes part in a loss, with its weight.
 *
 * @param layer the layer's name, e.g. {@code relu4_2}
 * @param weight a positive finite number
 */
public record LayerWeight(String layer, double weight) {
  /**
   * @throws IllegalArgumentException if the weight is not a positive finite number
   */
  public LayerWeight {
    if (!(weight > 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException(
          "the weight of layer " + layer + " must be a positive number, not " + weight);
    }
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return layer + ":" + weight;
  }

  static void requireWeight(String name, double weight) {
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException("the " + name + " must be 0 or more, not " + weight);
    }
  }

  static void requireDistinct(String loss, List<LayerWeight> layers) {
    Set<String> seen = new HashSet<>();
    for (LayerWeight layer : layers) {
      if (!seen.add(layer.layer())) {
        throw new IllegalArgumentException(
            "layer " + layer.layer() + " is named twice for the " + loss + " loss");
      }
    }
  }

  static List<LayerWeight> normalised(List<LayerWeight> layers) {
    double sum = layers.stream().mapToDouble(LayerWeight::weight).sum();
    return layers.stream().map(l -> new LayerWeight(l.layer(), l.weight() / sum)).toList();
  }
}
