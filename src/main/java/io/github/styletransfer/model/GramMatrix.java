package io.github.styletransfer.model;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * The Gram matrix of feature maps: G = A^T B / d, with A and B the (H W) x C matrices of the
 * features of one or two layers of the same height and width (Gatys et al. 2016, equation 3).
 */
final class GramMatrix {
  private GramMatrix() {}

  /**
   * Adds the Gram matrix, shape [channels of a, channels of b], under the given name.
   *
   * @param a [H W, C], see {@link #rows}
   * @param b [H W, C]
   */
  static SDVariable add(SameDiff graph, String name, SDVariable a, SDVariable b, double divisor) {
    return graph.mmul(a, b, true, false, false).mul(name, 1 / divisor);
  }

  /** Feature maps as a matrix of one row per pixel; a copy, so to be made once. */
  static SDVariable rows(SameDiff graph, FeatureMap map) {
    FeatureSize size = map.size();
    return graph.reshape(map.variable(), size.height() * size.width(), size.channels());
  }

  /** The rows of feature maps that count, as a matrix of one row per pixel. */
  static SDVariable rows(SameDiff graph, FeatureMap map, Strip strip, int halvings) {
    if (strip.countsAll()) {
      return rows(graph, map);
    }
    FeatureSize size = map.size();
    long first = strip.firstRow(halvings);
    long end = strip.endRow(halvings);
    SDVariable counting =
        graph.stridedSlice(
            map.variable(),
            new long[] {0, first, 0, 0},
            new long[] {1, end, size.width(), size.channels()},
            1,
            1,
            1,
            1);
    return rows(
        graph,
        new FeatureMap(counting, new FeatureSize(end - first, size.width(), size.channels())));
  }
}
