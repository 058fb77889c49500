package io.github.styletransfer.model;

import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;

/** Adds a feature network to a graph, as deep as it is needed. */
interface NetworkGraph {
  /** What the losses look at, by layer name. */
  record Representation(Map<String, FeatureMap> content, Map<String, SDVariable> style) {}

  /**
   * Adds the network's response to an image.
   *
   * @param image mean-subtracted RGB as the network takes it
   * @param contentLayers names of the layers whose feature maps are wanted
   * @param styleLayers names of the layers whose Gram matrices are wanted
   * @throws IllegalArgumentException if the network has no layer of a wanted name
   */
  default Representation add(FeatureMap image, Set<String> contentLayers, Set<String> styleLayers) {
    return add(image, Strip.whole((int) image.size().height()), contentLayers, styleLayers);
  }

  /**
   * Adds the network's response to a strip of an image. Gram matrices are the strip's share of the
   * whole image's: the sums over the rows that count, divided as the whole image's are.
   *
   * @param rows those that the strip needs
   * @param strip which rows they are
   */
  Representation add(
      FeatureMap rows, Strip strip, Set<String> contentLayers, Set<String> styleLayers);

  /** How far the feature maps that the Gram matrices of some layers need look. */
  Reach reach(Set<String> styleLayers);

  /** The number of activations that the gradient needs, with the same layers wanted. */
  long activations(FeatureSize image, Set<String> contentLayers, Set<String> styleLayers);

  /** How the losses compare with their targets. */
  ErrorMeasure errorMeasure();
}
