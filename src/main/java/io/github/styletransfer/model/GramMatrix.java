package io.github.styletransfer.model;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * The Gram matrix of a feature map: G = F^T F / (H W C), with F the (H W) x C matrix of the
 * features (Gatys et al. 2016, equation 3, divided by the number of elements).
 */
final class GramMatrix {
  private GramMatrix() {}

  /** Adds the Gram matrix, shape [C, C], under the given name. */
  static SDVariable add(SameDiff graph, String name, FeatureMap features) {
    FeatureSize size = features.size();
    SDVariable matrix =
        graph.reshape(features.variable(), size.height() * size.width(), size.channels());
    SDVariable product = graph.mmul(matrix, matrix, true, false, false);
    return product.mul(name, 1.0 / size.elements());
  }
}
