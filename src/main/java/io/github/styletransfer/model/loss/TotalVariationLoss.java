package io.github.styletransfer.model.loss;

import io.github.styletransfer.network.FeatureMap;
import io.github.styletransfer.network.FeatureNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The total variation loss: w times the mean squared difference of vertical neighbours plus that of
 * horizontal ones. A direction in which the image has one pixel has no neighbours and adds nothing.
 *
 * @param weight w, 0 or more
 */
public record TotalVariationLoss(double weight) implements Loss {
  /** The loss's name. */
  public static final String NAME = "tv";

  private static final int[] ROW = {2, 3};

  /**
   * @throws IllegalArgumentException if the weight is negative or not finite
   */
  public TotalVariationLoss {
    LayerWeight.requireWeight("total variation weight", weight);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<LayerChoice> choice() {
    return Optional.empty();
  }

  @Override
  public TotalVariationLoss on(List<LayerWeight> others) {
    return this;
  }

  @Override
  public List<String> possibleLayers(FeatureNetwork network) {
    return List.of();
  }

  @Override
  public Optional<TargetImage> targetImage() {
    return Optional.empty();
  }

  @Override
  public Map<String, Statistic> addStatistics(LossGraph graph) {
    return Map.of();
  }

  @Override
  public SDVariable addTo(LossGraph graph, Map<String, Statistic> statistics) {
    FeatureMap image = graph.image();
    long height = image.size().height();
    long width = image.size().width();
    List<SDVariable> terms = new ArrayList<>();
    if (weight > 0 && height > 1) {
      SDVariable lower = graph.crop(image, 1, 0, height, width);
      SDVariable upper = graph.crop(image, 0, 0, height - 1, width);
      double differences = (double) (height - 1) * width * image.size().channels();
      terms.add(graph.squaredError(lower, upper, ROW).mul(weight / differences));
    }
    if (weight > 0 && width > 1) {
      SDVariable right = graph.crop(image, 0, 1, height, width);
      SDVariable left = graph.crop(image, 0, 0, height, width - 1);
      double differences = (double) height * (width - 1) * image.size().channels();
      terms.add(graph.squaredError(right, left, ROW).mul(weight / differences));
    }
    return graph.sum(NAME, terms);
  }

  @Override
  public String describe() {
    return "total variation " + WeightText.of(weight);
  }
}
