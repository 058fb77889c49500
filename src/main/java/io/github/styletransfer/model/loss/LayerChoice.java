package io.github.styletransfer.model.loss;

import io.github.styletransfer.network.FeatureNetwork;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The layers that a loss looks at, which may depend on the network's depth; in words for help. */
public sealed interface LayerChoice {
  /** The layers on a network, with their weights. */
  List<LayerWeight> of(FeatureNetwork network);

  /** The layers as a person has named them; empty for a network's own choice. */
  default Optional<List<LayerWeight>> named() {
    return Optional.empty();
  }

  /** Layers that a person names. */
  static LayerChoice of(List<LayerWeight> layers) {
    return new Named(layers);
  }

  /** A network's own choice: some of its layers, each with weight 1. */
  static LayerChoice usual(String... layers) {
    return new Usual(equal(List.of(layers)));
  }

  /** A network's own choice: some of its layers, with weights. */
  static LayerChoice usual(LayerWeight... layers) {
    return new Usual(List.of(layers));
  }

  /** The same layers whatever the network. */
  record Named(List<LayerWeight> layers) implements LayerChoice {
    /** Copies the list. */
    public Named {
      layers = List.copyOf(layers);
    }

    @Override
    public List<LayerWeight> of(FeatureNetwork network) {
      return layers;
    }

    @Override
    public Optional<List<LayerWeight>> named() {
      return Optional.of(layers);
    }
  }

  /** The same layers whatever the network's depth, chosen by nobody. */
  record Usual(List<LayerWeight> layers) implements LayerChoice {
    /** Copies the list. */
    public Usual {
      layers = List.copyOf(layers);
    }

    @Override
    public List<LayerWeight> of(FeatureNetwork network) {
      return layers;
    }

    @Override
    public String toString() {
      return layers.stream()
          .map(
              layer ->
                  layer.layer() + (layer.weight() == 1 ? "" : ":" + WeightText.of(layer.weight())))
          .collect(Collectors.joining(","));
    }
  }

  /** The coarser half of the levels: shapes, not strokes. */
  record CoarserLevels() implements LayerChoice {
    @Override
    public List<LayerWeight> of(FeatureNetwork network) {
      List<String> levels = network.contentLayers();
      return equal(levels.subList(levels.size() / 2, levels.size()));
    }

    @Override
    public String toString() {
      return "the coarser half of the levels";
    }
  }

  /** All layers that the style loss can look at. */
  record AllStyleLayers() implements LayerChoice {
    @Override
    public List<LayerWeight> of(FeatureNetwork network) {
      return equal(network.styleLayers());
    }

    @Override
    public String toString() {
      return "all levels and pairs";
    }
  }

  private static List<LayerWeight> equal(List<String> names) {
    return names.stream().map(name -> new LayerWeight(name, 1)).toList();
  }
}
