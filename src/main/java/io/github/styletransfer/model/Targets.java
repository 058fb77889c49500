package io.github.styletransfer.model;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the losses compare with.
 *
 * @param contentFeatures by layer name, the content image's feature maps, NHWC [1, H, W, C]
 * @param styleGrams by layer name, the style image's Gram matrices, [C, C]
 */
public record Targets(Map<String, INDArray> contentFeatures, Map<String, INDArray> styleGrams) {
  /** Copies the maps, not the arrays. */
  public Targets {
    contentFeatures = Map.copyOf(contentFeatures);
    styleGrams = Map.copyOf(styleGrams);
  }

  INDArray content(String layer) {
    return required(contentFeatures, layer);
  }

  INDArray style(String layer) {
    return required(styleGrams, layer);
  }

  private static INDArray required(Map<String, INDArray> targets, String layer) {
    INDArray target = targets.get(layer);
    if (target == null) {
      throw new IllegalArgumentException("there is no target for layer " + layer);
    }
    return target;
  }
}
