package io.github.styletransfer.model;

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
}
