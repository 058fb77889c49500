package io.github.styletransfer.model.loss;

import io.github.styletransfer.network.FeatureNetwork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** A term of the total loss: what it looks at, what it compares that with, and its weight. */
public interface Loss {
  /** By which files, charts and pages tell it from other terms. */
  String name();

  /** Its factor in the total loss, 0 or more. */
  double weight();

  /** The layers that it is to look at; empty for a loss on the image itself. */
  Optional<LayerChoice> choice();

  /**
   * The layers that it looks at, with the weights that count; none for a loss on the image itself.
   *
   * @throws IllegalStateException if they depend on the network; see {@link LossSettings#chosenOn}
   */
  default List<LayerWeight> layers() {
    return choice()
        .map(
            choice ->
                choice
                    .named()
                    .orElseThrow(() -> new IllegalStateException("no layers are chosen yet")))
        .orElse(List.of());
  }

  /** The same loss on other layers. */
  Loss on(List<LayerWeight> others);

  /** The names of the layers of a network that it can look at. */
  List<String> possibleLayers(FeatureNetwork network);

  /** The image that its targets are made of; empty if it has none. */
  Optional<TargetImage> targetImage();

  /**
   * Adds to a graph what is compared with the targets. The same graph, on the target image, gives
   * the targets.
   *
   * @return by the names of {@link #layers}, and others if there are several of a layer
   */
  Map<String, Statistic> addStatistics(LossGraph graph);

  /**
   * Adds the weighted loss to a graph.
   *
   * @param statistics what {@link #addStatistics} has given
   * @return a scalar
   */
  SDVariable addTo(LossGraph graph, Map<String, Statistic> statistics);

  /**
   * Names and values of the options that ask for this kind of loss, where another is usual: long
   * names without dashes, values as on the command line.
   */
  default Map<String, String> options() {
    return Map.of();
  }

  /** For the log, such as {@code content 5 on relu4_2 (1)}. */
  String describe();
}
