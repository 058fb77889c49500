package io.github.styletransfer.model.loss;

import io.github.styletransfer.network.FeatureMap;
import io.github.styletransfer.network.FeatureNetwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The style loss by optimal transport: w times the sum over the layers of b_l times the squared
 * 2-Wasserstein distance of two Gaussians, those that have the mean and the covariance of the
 * layer's features, of the image and of the painting; see {@link GaussianDistance}. The distance is
 * divided as {@link io.github.styletransfer.network.FeatureScale} says: of VGG-19, by the feature
 * maps.
 *
 * <p>Features are divided by a number first, as a small variance, {@value #LEAST_VARIANCE}, is
 * added to that of each feature map. Targets are the means of features and of their products, of
 * which weighted means can be taken over several paintings, and sums over strips of one.
 *
 * @param weight w, 0 or more
 * @param featureScale what features are divided by, more than 0; the published VGG-19's are about
 *     58 times those of the network that PyTorch has
 * @param layerChoice the layers with their weights b_l, which are normalised to sum 1
 */
public record WassersteinStyleLoss(double weight, double featureScale, LayerChoice layerChoice)
    implements Loss {
  /** The variance that is added to each feature map's. */
  public static final double LEAST_VARIANCE = 1e-4;

  private static final String MEAN = "/mean";

  /**
   * @throws IllegalArgumentException if the weight is negative or not finite, the scale not a
   *     positive number, or a layer is named twice
   */
  public WassersteinStyleLoss {
    LayerWeight.requireWeight("style weight", weight);
    if (!(featureScale > 0) || Double.isInfinite(featureScale)) {
      throw new IllegalArgumentException(
          "the scale of features must be a positive number, not " + featureScale);
    }
    layerChoice.named().ifPresent(layers -> LayerWeight.requireDistinct(StyleLoss.NAME, layers));
  }

  @Override
  public String name() {
    return StyleLoss.NAME;
  }

  @Override
  public Optional<LayerChoice> choice() {
    return Optional.of(layerChoice);
  }

  @Override
  public Map<String, String> options() {
    return Map.of("style-loss", "wasserstein");
  }

  /** With weights that sum to 1. */
  @Override
  public List<LayerWeight> layers() {
    return LayerWeight.normalised(Loss.super.layers());
  }

  @Override
  public WassersteinStyleLoss on(List<LayerWeight> others) {
    return new WassersteinStyleLoss(weight, featureScale, LayerChoice.of(others));
  }

  /** Those of one size of details: a pair of layers has no covariance. */
  @Override
  public List<String> possibleLayers(FeatureNetwork network) {
    List<String> layers = new ArrayList<>(network.styleLayers());
    layers.retainAll(network.contentLayers());
    return layers;
  }

  @Override
  public Optional<TargetImage> targetImage() {
    return Optional.of(TargetImage.STYLE);
  }

  /** The means of features, and of the products of any two of them; of each area its own. */
  @Override
  public Map<String, Statistic> addStatistics(LossGraph graph) {
    FeatureSums sums = new FeatureSums(graph);
    Map<String, Statistic> statistics = new LinkedHashMap<>();
    for (String layer : graph.inOrder(layers())) {
      FeatureMap map = graph.features().map(layer);
      long channels = map.size().channels();
      for (Area area : graph.areas().on(map)) {
        String name = area.name().apply(layer);
        double divisor = area.pixels() * featureScale;
        statistics.put(
            name,
            Statistic.of(
                layer,
                area.share(),
                sums.products(name + "/second_moment", map, map, area, divisor * featureScale),
                channels,
                channels));
        String mean = area.name().apply(layer + MEAN);
        statistics.put(
            mean,
            Statistic.of(
                layer, area.share(), sums.features(mean, map, area, divisor), 1, channels));
      }
    }
    return statistics;
  }

  @Override
  public SDVariable addTo(LossGraph graph, Map<String, Statistic> statistics) {
    List<SDVariable> terms = new ArrayList<>();
    for (LayerWeight layer : layers()) {
      statistics.forEach(
          (name, statistic) -> {
            if (statistic.layer().equals(layer.layer()) && !name.startsWith(layer.layer() + MEAN)) {
              double share = weight * layer.weight() * statistic.share();
              String area = name.substring(layer.layer().length());
              String mean = layer.layer() + MEAN + area;
              terms.addAll(distance(graph, name, mean, share, statistics));
            }
          });
    }
    return graph.sum(StyleLoss.NAME, terms);
  }

  /**
   * The terms of a distance.
   *
   * @param name of the second moment
   * @param meanName of the mean
   * @param share the distance's factor, before what {@link ScaleInput} divides by
   */
  private static List<SDVariable> distance(
      LossGraph graph,
      String name,
      String meanName,
      double share,
      Map<String, Statistic> statistics) {
    Statistic second = Objects.requireNonNull(statistics.get(name));
    Statistic mean = Objects.requireNonNull(statistics.get(meanName));
    ScaleInput scale = ScaleInput.of(target(name), share, ScaleInput.Kind.DISTANCE);
    SDVariable secondTarget = graph.add(TargetInput.of(target(name), scale), second);
    SDVariable meanTarget = graph.add(TargetInput.of(target(meanName)), mean);
    SDVariable factor = graph.add(scale);
    GaussianDistance distance =
        new GaussianDistance(
            graph.graph(), name + "/identity", second.shape().get(0), graph.dataType());
    return distance
        .terms(
            distance.gaussian(second.variable(), mean.variable(), LEAST_VARIANCE),
            distance.gaussian(secondTarget, meanTarget, LEAST_VARIANCE))
        .stream()
        .map(term -> term.mul(factor))
        .toList();
  }

  private static TargetName target(String statistic) {
    return new TargetName(StyleLoss.NAME, statistic);
  }

  @Override
  public String describe() {
    return "style "
        + WeightText.of(weight)
        + " by Wasserstein distances on "
        + WeightText.ofNormalised(layers());
  }
}
