package io.github.styletransfer.model.loss;

import io.github.styletransfer.network.FeatureMap;
import java.util.function.UnaryOperator;

/**
 * What a statistic is taken of: all of an image, or one of its regions.
 *
 * @param name of the statistic on a layer, given the layer's
 * @param share of the image that the area is, 0..1
 * @param pixels of the whole image's feature maps that the area has, by their weights
 * @param weighting gives feature maps, of the rows that count, times the square roots of the
 *     pixels' weights, so that products of two of them are weighted once
 */
record Area(
    UnaryOperator<String> name, double share, double pixels, UnaryOperator<FeatureMap> weighting) {
  FeatureMap weighted(FeatureMap map) {
    return weighting.apply(map);
  }
}
