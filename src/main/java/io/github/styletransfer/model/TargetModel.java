package io.github.styletransfer.model;

import io.github.styletransfer.model.loss.TargetName;
import java.util.Map;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * The graph that gives one image's share of the {@link Targets}.
 *
 * @param graph the SameDiff graph
 * @param image name of the placeholder for the image: NHWC [1, H, W, 3], mean-subtracted RGB
 * @param outputs the name of the variable that is the target
 * @param activations the number of elements of the feature maps that are computed on the way
 * @param elements the number of elements of all targets
 */
public record TargetModel(
    SameDiff graph,
    String image,
    Map<TargetName, String> outputs,
    long activations,
    long elements) {
  /** Copies the map. */
  public TargetModel {
    outputs = Map.copyOf(outputs);
  }
}
