package io.github.styletransfer.model.loss;

import io.github.styletransfer.loss.LossNames;
import io.github.styletransfer.network.FeatureMap;
import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.network.Features;
import io.github.styletransfer.network.Strip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** A graph with a network's features, which losses add themselves to. */
public final class LossGraph {
  private final SameDiff graph;
  private final FeatureNetwork network;
  private final FeatureMap image;
  private final Features features;
  private final Strip strip;
  private final Areas areas;
  private final List<TargetInput> inputs = new ArrayList<>();

  /**
   * Takes a graph with features.
   *
   * @param image what the features are of
   * @param features the layers that the losses look at
   * @param strip which of the image's rows count
   * @param regions of the whole image; empty if all of it is one
   */
  public LossGraph(
      SameDiff graph,
      FeatureNetwork network,
      FeatureMap image,
      Features features,
      Strip strip,
      Optional<StyleRegions> regions) {
    this.graph = graph;
    this.network = network;
    this.image = image;
    this.features = features;
    this.strip = strip;
    this.areas = new Areas(graph, image.variable().dataType(), strip, regions);
  }

  SameDiff graph() {
    return graph;
  }

  FeatureNetwork network() {
    return network;
  }

  FeatureMap image() {
    return image;
  }

  Features features() {
    return features;
  }

  Strip strip() {
    return strip;
  }

  /** The areas that style is looked at in. */
  Areas areas() {
    return areas;
  }

  /** The number of elements of weighted feature maps that the losses added so far take. */
  public long weightedElements() {
    return areas.weightedElements();
  }

  /** The targets that the losses added so far take. */
  public List<TargetInput> inputs() {
    return List.copyOf(inputs);
  }

  /** The names of layers, from the image on. */
  List<String> inOrder(List<LayerWeight> layers) {
    return layers.stream()
        .map(LayerWeight::layer)
        .sorted(Comparator.comparingInt(network.styleLayers()::indexOf))
        .toList();
  }

  /**
   * Adds the sum over a loss's layers of the squared errors of statistics from their targets, each
   * times the scale that belongs to the target. Targets and scales are placeholders.
   *
   * @param within the axes of a statistic's row
   */
  SDVariable addTargetErrors(Loss loss, Map<String, Statistic> statistics, int... within) {
    List<SDVariable> terms = new ArrayList<>();
    for (LayerWeight layer : loss.layers()) {
      statistics.forEach(
          (name, statistic) -> {
            if (statistic.layer().equals(layer.layer())) {
              double weight = loss.weight() * layer.weight() * statistic.share();
              terms.add(targetError(new TargetName(loss.name(), name), weight, statistic, within));
            }
          });
    }
    return sum(loss.name(), terms);
  }

  private SDVariable targetError(
      TargetName name, double weight, Statistic statistic, int... within) {
    ScaleInput scale = ScaleInput.of(name, weight, ScaleInput.Kind.SQUARES);
    SDVariable target = add(TargetInput.of(name, scale), statistic);
    return squaredError(statistic.variable(), target, within).mul(add(scale));
  }

  /** Adds a target, of a statistic's shape. */
  SDVariable add(TargetInput input, Statistic statistic) {
    inputs.add(input);
    long[] shape = statistic.shape().stream().mapToLong(Long::longValue).toArray();
    return graph.placeHolder(input.target(), dataType(), shape);
  }

  /** Adds a scale. */
  SDVariable add(ScaleInput scale) {
    return graph.placeHolder(scale.name(), dataType());
  }

  /** The type of all numbers. */
  DataType dataType() {
    return image.variable().dataType();
  }

  /**
   * The sum of squared differences, summed row by row first: one running sum over millions of
   * floats would lose digits.
   *
   * @param within the axes of a row
   */
  SDVariable squaredError(SDVariable a, SDVariable b, int... within) {
    return graph.squaredNorm(a.sub(b), within).sum();
  }

  /** A rectangle of feature maps. */
  SDVariable crop(FeatureMap map, long top, long left, long bottom, long right) {
    return graph.stridedSlice(
        map.variable(),
        new long[] {0, top, left, 0},
        new long[] {1, bottom, right, map.size().channels()},
        1,
        1,
        1,
        1);
  }

  /** The sum of a loss's terms, under the loss's name; 0 if there are none. */
  SDVariable sum(String loss, List<SDVariable> terms) {
    String name = LossNames.column(loss);
    return terms.stream()
        .reduce(SDVariable::add)
        .map(sum -> sum.rename(name))
        .orElseGet(() -> graph.constant(name, Nd4j.scalar(dataType(), 0)));
  }
}
