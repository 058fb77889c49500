package io.github.styletransfer.model.loss;

/**
 * Which target it is.
 *
 * @param loss the name of the loss that compares with it
 * @param layer the name of the layer
 */
public record TargetName(String loss, String layer) {
  @Override
  public String toString() {
    return loss + "/" + layer;
  }
}
