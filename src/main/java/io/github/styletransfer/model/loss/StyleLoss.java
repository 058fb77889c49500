package io.github.styletransfer.model.loss;

import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.network.FeaturePair;
import io.github.styletransfer.network.FeatureScale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The style loss (Gatys et al. 2016, equation 5): w times the sum over the layers of b_l ||G_l(x) -
 * G_l(style)||^2, with Gram matrices G_l = A^T B / d, where A and B are the (H W) x C matrices of
 * the features of one or two layers of the same height and width (equation 3). Gram matrices and
 * errors are divided as {@link io.github.styletransfer.network.FeatureScale} says. Of an image with
 * regions, each region's matrix, in which each pixel's products count by its weight, is compared
 * with its own target, and the errors are weighted by the regions' shares of the image.
 *
 * @param weight w, 0 or more
 * @param layerChoice the layers with their weights b_l, which are normalised to sum 1
 */
public record StyleLoss(double weight, LayerChoice layerChoice) implements Loss {
  /** The loss's name. */
  public static final String NAME = "style";

  /** The axis of a matrix' row. */
  private static final int ROW = 1;

  /**
   * @throws IllegalArgumentException if the weight is negative or not finite, or a layer is named
   *     twice
   */
  public StyleLoss {
    LayerWeight.requireWeight("style weight", weight);
    layerChoice.named().ifPresent(layers -> LayerWeight.requireDistinct(NAME, layers));
  }

  @Override
  public Optional<LayerChoice> choice() {
    return Optional.of(layerChoice);
  }

  /** With weights that sum to 1. */
  @Override
  public List<LayerWeight> layers() {
    return LayerWeight.normalised(Loss.super.layers());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public StyleLoss on(List<LayerWeight> others) {
    return new StyleLoss(weight, LayerChoice.of(others));
  }

  @Override
  public List<String> possibleLayers(FeatureNetwork network) {
    return network.styleLayers();
  }

  @Override
  public Optional<TargetImage> targetImage() {
    return Optional.of(TargetImage.STYLE);
  }

  /** The Gram matrices, of each area its own. */
  @Override
  public Map<String, Statistic> addStatistics(LossGraph graph) {
    FeatureSums sums = new FeatureSums(graph);
    FeatureScale scale = graph.network().scale();
    Map<String, Statistic> statistics = new LinkedHashMap<>();
    for (String layer : graph.inOrder(layers())) {
      FeaturePair pair = graph.features().pair(layer);
      long rows = pair.a().size().channels();
      for (Area area : graph.areas().on(pair.a())) {
        String name = area.name().apply(layer);
        double divisor = scale.gramDivisor(area.pixels(), rows);
        statistics.put(
            name,
            Statistic.of(
                layer,
                area.share(),
                sums.products(name + "/gram", pair.a(), pair.b(), area, divisor),
                rows,
                pair.b().size().channels()));
      }
    }
    return statistics;
  }

  @Override
  public SDVariable addTo(LossGraph graph, Map<String, Statistic> statistics) {
    return graph.addTargetErrors(this, statistics, ROW);
  }

  @Override
  public String describe() {
    return "style " + WeightText.of(weight) + " on " + WeightText.ofNormalised(layers());
  }
}
