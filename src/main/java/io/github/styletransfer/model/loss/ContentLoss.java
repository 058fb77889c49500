package io.github.styletransfer.model.loss;

import io.github.styletransfer.network.FeatureMap;
import io.github.styletransfer.network.FeatureNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The content loss (Gatys et al. 2016, equation 1): w times the sum over the layers of a_l ||F_l(x)
 * - F_l(content)||^2, divided as {@link io.github.styletransfer.network.FeatureScale} says.
 *
 * @param weight w, 0 or more
 * @param layerChoice the layers with their weights a_l, which count as given
 */
public record ContentLoss(double weight, LayerChoice layerChoice) implements Loss {
  /** The loss's name. */
  public static final String NAME = "content";

  /** The axes of a row of pixels. */
  private static final int[] ROW = {2, 3};

  /**
   * @throws IllegalArgumentException if the weight is negative or not finite, or a layer is named
   *     twice
   */
  public ContentLoss {
    LayerWeight.requireWeight("content weight", weight);
    layerChoice.named().ifPresent(layers -> LayerWeight.requireDistinct(NAME, layers));
  }

  @Override
  public Optional<LayerChoice> choice() {
    return Optional.of(layerChoice);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ContentLoss on(List<LayerWeight> others) {
    return new ContentLoss(weight, LayerChoice.of(others));
  }

  @Override
  public List<String> possibleLayers(FeatureNetwork network) {
    return network.contentLayers();
  }

  @Override
  public Optional<TargetImage> targetImage() {
    return Optional.of(TargetImage.CONTENT);
  }

  /** The feature maps themselves. */
  @Override
  public Map<String, Statistic> addStatistics(LossGraph graph) {
    Map<String, Statistic> statistics = new LinkedHashMap<>();
    for (LayerWeight layer : layers()) {
      FeatureMap map = graph.features().map(layer.layer());
      statistics.put(
          layer.layer(),
          Statistic.of(
              layer.layer(),
              map.variable(),
              1,
              map.size().height(),
              map.size().width(),
              map.size().channels()));
    }
    return statistics;
  }

  @Override
  public SDVariable addTo(LossGraph graph, Map<String, Statistic> statistics) {
    return graph.addTargetErrors(this, statistics, ROW);
  }

  @Override
  public String describe() {
    return "content " + WeightText.of(weight) + " on " + WeightText.of(layers());
  }
}
