package io.github.styletransfer.model;

import io.github.styletransfer.network.FeatureNetwork;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The weights of the total loss and the layers it looks at.
 *
 * @param contentWeight w_c, factor of the content loss, 0 or more
 * @param styleWeight w_s, factor of the style loss, 0 or more
 * @param tvWeight w_tv, factor of the total variation loss, 0 or more
 * @param contentLayers layers of the content loss; their weights count as given
 * @param styleLayers layers of the style loss; their weights are normalised to sum 1. A loss
 *     without layers is 0
 */
public record LossSettings(
    double contentWeight,
    double styleWeight,
    double tvWeight,
    List<LayerWeight> contentLayers,
    List<LayerWeight> styleLayers) {

  /**
   * @throws IllegalArgumentException if a weight is negative or not finite, or a layer is named
   *     twice
   */
  public LossSettings {
    requireWeight("content weight", contentWeight);
    requireWeight("style weight", styleWeight);
    requireWeight("total variation weight", tvWeight);
    contentLayers = List.copyOf(contentLayers);
    styleLayers = normalised(styleLayers);
    requireDistinct("content", contentLayers);
    requireDistinct("style", styleLayers);
  }

  /** The names of the terms of the total loss, in order. */
  public List<String> names() {
    return List.of("content", "style", "tv");
  }

  /** The layers that a network doesn't have. */
  public List<String> unknownLayers(FeatureNetwork network) {
    return Stream.concat(
            contentLayers.stream()
                .map(LayerWeight::layer)
                .filter(layer -> !network.contentLayers().contains(layer)),
            styleLayers.stream()
                .map(LayerWeight::layer)
                .filter(layer -> !network.styleLayers().contains(layer)))
        .distinct()
        .toList();
  }

  /** The settings without the layers that a network doesn't have. */
  public LossSettings on(FeatureNetwork network) {
    return new LossSettings(
        contentWeight,
        styleWeight,
        tvWeight,
        contentLayers.stream().filter(l -> network.contentLayers().contains(l.layer())).toList(),
        styleLayers.stream().filter(l -> network.styleLayers().contains(l.layer())).toList());
  }

  /** For the log. */
  @Override
  public String toString() {
    return "Weights: content %s on %s, style %s on %s, total variation %s"
        .formatted(
            WeightText.of(contentWeight),
            WeightText.of(contentLayers),
            WeightText.of(styleWeight),
            WeightText.ofNormalised(styleLayers),
            WeightText.of(tvWeight));
  }

  private static void requireWeight(String name, double weight) {
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException("the " + name + " must be 0 or more, not " + weight);
    }
  }

  private static void requireDistinct(String loss, List<LayerWeight> layers) {
    Set<String> seen = new HashSet<>();
    for (LayerWeight layer : layers) {
      if (!seen.add(layer.layer())) {
        throw new IllegalArgumentException(
            "layer " + layer.layer() + " is named twice for the " + loss + " loss");
      }
    }
  }

  private static List<LayerWeight> normalised(List<LayerWeight> layers) {
    double sum = layers.stream().mapToDouble(LayerWeight::weight).sum();
    return layers.stream().map(l -> new LayerWeight(l.layer(), l.weight() / sum)).toList();
  }
}
