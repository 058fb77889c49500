package io.github.styletransfer.model;

import java.util.Map;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * The graph that gives one image's share of the {@link Targets}: the content image's feature maps
 * or the style image's Gram matrices.
 *
 * @param graph the SameDiff graph
 * @param image name of the placeholder for the image: NHWC [1, H, W, 3], mean-subtracted RGB
 * @param outputs by layer name, the name of the variable that is the layer's target
 * @param activations the number of elements of the feature maps that are computed on the way
 */
public record TargetModel(
    SameDiff graph, String image, Map<String, String> outputs, long activations) {
  /** Copies the map. */
  public TargetModel {
    outputs = Map.copyOf(outputs);
  }
}
