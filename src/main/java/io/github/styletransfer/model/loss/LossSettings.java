package io.github.styletransfer.model.loss;

import io.github.styletransfer.network.FeatureNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The terms of the total loss.
 *
 * @param losses in the order in which they are shown. A loss that looks at layers and has none is 0
 */
public record LossSettings(List<Loss> losses) {
  /** Copies the list. */
  public LossSettings {
    losses = List.copyOf(losses);
  }

  /**
   * The original program's terms.
   *
   * @throws IllegalArgumentException if a weight is negative or not finite, or a layer is named
   *     twice
   */
  public LossSettings(
      double contentWeight,
      double styleWeight,
      double tvWeight,
      List<LayerWeight> contentLayers,
      List<LayerWeight> styleLayers) {
    this(
        List.of(
            new ContentLoss(contentWeight, LayerChoice.of(contentLayers)),
            new StyleLoss(styleWeight, LayerChoice.of(styleLayers)),
            new TotalVariationLoss(tvWeight)));
  }

  /** The names of the terms, in their order. */
  public List<String> names() {
    return losses.stream().map(Loss::name).toList();
  }

  /**
   * The weight of a term.
   *
   * @param name of the loss
   * @return 0 if there is none of that name
   */
  public double weight(String name) {
    return losses.stream()
        .filter(loss -> loss.name().equals(name))
        .mapToDouble(Loss::weight)
        .findFirst()
        .orElse(0);
  }

  /** The settings with the layers that are chosen on a network, known or not. */
  public LossSettings chosenOn(FeatureNetwork network) {
    return new LossSettings(
        losses.stream()
            .map(loss -> loss.choice().map(choice -> loss.on(choice.of(network))).orElse(loss))
            .toList());
  }

  /**
   * Names and values of the options that ask for the layers: {@code content-layers}, ... Layers
   * that are the network's own choice aren't named: there are as many as fit the image.
   */
  public Map<String, String> layerOptions() {
    Map<String, String> options = new LinkedHashMap<>();
    for (Loss loss : losses) {
      loss.choice()
          .flatMap(LayerChoice::named)
          .ifPresent(
              layers ->
                  options.put(
                      loss.name() + "-layers",
                      layers.stream().map(LayerWeight::toString).collect(Collectors.joining(","))));
    }
    return options;
  }

  /**
   * Names and values of the options that ask for the weights, {@code content-weight}, ..., and for
   * the kinds of losses.
   */
  public Map<String, String> weightOptions() {
    Map<String, String> options = new LinkedHashMap<>();
    losses.forEach(loss -> options.put(loss.name() + "-weight", Double.toString(loss.weight())));
    losses.forEach(loss -> options.putAll(loss.options()));
    return options;
  }

  /** The losses whose targets are made of an image. */
  public List<Loss> with(TargetImage image) {
    return losses.stream()
        .filter(loss -> loss.targetImage().filter(image::equals).isPresent())
        .toList();
  }

  /** The names of the layers that losses look at. */
  public static Set<String> layers(List<Loss> losses) {
    return losses.stream()
        .flatMap(loss -> loss.layers().stream())
        .map(LayerWeight::layer)
        .collect(Collectors.toSet());
  }

  /** The layers that a network doesn't have. */
  public List<String> unknownLayers(FeatureNetwork network) {
    return losses.stream()
        .flatMap(loss -> layers(loss, layer -> !loss.possibleLayers(network).contains(layer)))
        .map(LayerWeight::layer)
        .distinct()
        .toList();
  }

  /** The settings without the layers that a network doesn't have. */
  public LossSettings on(FeatureNetwork network) {
    return new LossSettings(
        losses.stream()
            .map(loss -> loss.on(layers(loss, loss.possibleLayers(network)::contains).toList()))
            .toList());
  }

  private static Stream<LayerWeight> layers(Loss loss, Predicate<String> wanted) {
    return loss.layers().stream().filter(layer -> wanted.test(layer.layer()));
  }

  /** For the log. */
  @Override
  public String toString() {
    return losses.stream().map(Loss::describe).collect(Collectors.joining(", ", "Weights: ", ""));
  }
}
