package io.github.styletransfer.model.loss;

import io.github.styletransfer.network.FeatureScale;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A target as an input of a graph.
 *
 * @param name which target it is
 * @param target the name of its placeholder, an array of the statistic's shape
 * @param scale the name of the placeholder, a scalar, that the squared error is multiplied by
 * @param weight the loss's weight times the layer's
 */
public record TargetInput(TargetName name, String target, String scale, double weight) {
  static TargetInput of(TargetName name, double weight) {
    return new TargetInput(
        name,
        name.loss() + "_target/" + name.layer(),
        name.loss() + "_scale/" + name.layer(),
        weight);
  }

  /** The scale that belongs to a target: the weight over what the error is divided by. */
  public double scaleFor(INDArray array, FeatureScale measure) {
    return weight / measure.errorDivisor(array);
  }
}
