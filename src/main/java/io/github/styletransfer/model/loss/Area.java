package io.github.styletransfer.model.loss;

import io.github.styletransfer.network.FeatureMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * What a statistic is taken of: all of an image, or one of its regions.
 *
 * @param name of the statistic on a layer, given the layer's
 * @param share of the image that the area is, 0..1
 * @param pixels of the whole image's feature maps that the area has, by their weights
 * @param weighting gives feature maps, of the rows that count, times the square roots of the
 *     pixels' weights, so that products of two of them are weighted once
 * @param roots gives these square roots once more, of feature maps' rows that count, [pixels, 1]
 */
record Area(
    UnaryOperator<String> name,
    double share,
    double pixels,
    UnaryOperator<FeatureMap> weighting,
    Function<FeatureMap, SDVariable> roots) {
  FeatureMap weighted(FeatureMap map) {
    return weighting.apply(map);
  }

  SDVariable rootsOf(FeatureMap map) {
    return roots.apply(map);
  }
}
