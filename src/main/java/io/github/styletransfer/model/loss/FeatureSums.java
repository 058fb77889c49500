package io.github.styletransfer.model.loss;

import io.github.styletransfer.network.FeatureMap;
import io.github.styletransfer.network.FeatureSize;
import io.github.styletransfer.network.Strip;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Sums over pixels: of features, and of the products of two. Of a strip, they are the shares of the
 * whole image's.
 */
final class FeatureSums {
  private final LossGraph losses;
  private final SameDiff graph;
  private final Strip strip;

  /** By the names of feature maps; a matrix is a copy, so it is made once. */
  private final Map<String, SDVariable> matrices = new HashMap<>();

  FeatureSums(LossGraph losses) {
    this.losses = losses;
    this.graph = losses.graph();
    this.strip = losses.strip();
  }

  /**
   * Adds A^T B / d, with A and B the (H W) x C matrices of the features of two layers of the same
   * height and width; each pixel counts by its weight in an area.
   *
   * @param name of the result, shape [channels of a, channels of b]
   */
  SDVariable products(String name, FeatureMap a, FeatureMap b, Area area, double divisor) {
    return graph.mmul(matrix(a, area), matrix(b, area), true, false, false).mul(name, 1 / divisor);
  }

  /**
   * Adds the sums of features, divided; each pixel counts by its weight in an area: the roots of
   * the weights, times the matrix that the products are taken of.
   *
   * @param name of the result, shape [1, channels]
   */
  SDVariable features(String name, FeatureMap map, Area area, double divisor) {
    return graph
        .mmul(area.rootsOf(map), matrix(map, area), true, false, false)
        .mul(name, 1 / divisor);
  }

  private SDVariable matrix(FeatureMap map, Area area) {
    return matrices.computeIfAbsent(
        area.name().apply(map.variable().name()), name -> pixelRows(weighted(map, area)));
  }

  private FeatureMap weighted(FeatureMap map, Area area) {
    return area.weighted(strip.countsAll() ? map : counting(map));
  }

  /** Feature maps as a matrix of one row per pixel. */
  private SDVariable pixelRows(FeatureMap map) {
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
