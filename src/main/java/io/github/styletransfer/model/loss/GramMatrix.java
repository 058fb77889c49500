package io.github.styletransfer.model.loss;

import io.github.styletransfer.network.FeatureMap;
import io.github.styletransfer.network.FeaturePair;
import io.github.styletransfer.network.FeatureSize;
import io.github.styletransfer.network.Strip;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * The Gram matrix of feature maps: G = A^T B / d, with A and B the (H W) x C matrices of the
 * features of one or two layers of the same height and width (Gatys et al. 2016, equation 3); of a
 * region, each pixel's products count by its weight. Of a strip, it is the share of the whole
 * image's.
 */
final class GramMatrix {
  private final LossGraph losses;
  private final SameDiff graph;
  private final Strip strip;

  /** By the names of feature maps; a matrix is a copy, so it is made once. */
  private final Map<String, SDVariable> matrices = new HashMap<>();

  GramMatrix(LossGraph losses) {
    this.losses = losses;
    this.graph = losses.graph();
    this.strip = losses.strip();
  }

  /**
   * Adds the Gram matrix of an area, shape [channels of a, channels of b], under the given name; d
   * goes by the area's pixels.
   */
  SDVariable add(String name, FeaturePair pair, Area area) {
    double divisor =
        losses.network().scale().gramDivisor(area.pixels(), pair.a().size().channels());
    return graph
        .mmul(matrix(pair.a(), area), matrix(pair.b(), area), true, false, false)
        .mul(name, 1 / divisor);
  }

  private SDVariable matrix(FeatureMap map, Area area) {
    return matrices.computeIfAbsent(
        area.name().apply(map.variable().name()),
        name -> pixels(area.weighted(strip.countsAll() ? map : counting(map))));
  }

  /** Feature maps as a matrix of one row per pixel. */
  private SDVariable pixels(FeatureMap map) {
    FeatureSize size = map.size();
    return graph.reshape(map.variable(), size.height() * size.width(), size.channels());
  }

  /** The rows of feature maps that count. */
  private FeatureMap counting(FeatureMap map) {
    long first = strip.firstRow(map.halvings());
    long end = strip.endRow(map.halvings());
    return new FeatureMap(
        losses.crop(map, first, 0, end, map.size().width()),
        new FeatureSize(end - first, map.size().width(), map.size().channels()),
        map.halvings());
  }
}
