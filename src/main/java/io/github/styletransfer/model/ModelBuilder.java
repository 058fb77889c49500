package io.github.styletransfer.model;

import io.github.styletransfer.loss.LossNames;
import io.github.styletransfer.model.loss.Loss;
import io.github.styletransfer.model.loss.LossGraph;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.model.loss.Statistic;
import io.github.styletransfer.model.loss.StyleRegions;
import io.github.styletransfer.model.loss.TargetImage;
import io.github.styletransfer.model.loss.TargetName;
import io.github.styletransfer.network.FeatureMap;
import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.network.FeatureSize;
import io.github.styletransfer.network.Reach;
import io.github.styletransfer.network.Strip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.array.SingleThreadArrayHolder;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Builds the graphs of a run on one network.
 *
 * @param network the feature network
 * @param settings the losses
 * @param dataType {@code FLOAT}, or {@code DOUBLE} to check gradients
 */
public record ModelBuilder(FeatureNetwork network, LossSettings settings, DataType dataType) {
  private static final String IMAGE = "image";
  private static final long CHANNELS = 3;

  /**
   * The graph of the targets that are made of an image.
   *
   * @param of which image
   * @param height its rows
   * @param width its columns
   * @throws IllegalArgumentException if the network has no layer of a name
   */
  public TargetModel targets(TargetImage of, long height, long width) {
    return targets(of, Strip.whole(Math.toIntExact(height)), width, Optional.empty());
  }

  /** The graph of a strip's share of the targets of an image that is one area. */
  public TargetModel targets(TargetImage of, Strip strip, long width) {
    return targets(of, strip, width, Optional.empty());
  }

  /**
   * The graph of a strip's share of the targets that are sums over an image's pixels: the whole
   * image's are the sums of those of its strips.
   *
   * @param of which image
   * @param strip some of its rows
   * @param width its columns
   * @param regions of the whole image, for each of which there are targets; empty if all of it is
   *     one
   * @throws IllegalArgumentException if the network has no layer of a name
   */
  public TargetModel targets(
      TargetImage of, Strip strip, long width, Optional<StyleRegions> regions) {
    List<Loss> losses = settings.with(of);
    SameDiff graph = emptyGraph();
    FeatureMap rows = placeholder(graph, strip.rows(), width);
    LossGraph lossGraph = lossGraph(graph, rows, losses, strip, regions);
    Map<TargetName, String> outputs = new HashMap<>();
    long elements = 0;
    for (Loss loss : losses) {
      for (Map.Entry<String, Statistic> entry : loss.addStatistics(lossGraph).entrySet()) {
        Statistic statistic = entry.getValue();
        outputs.put(new TargetName(loss.name(), entry.getKey()), statistic.variable().name());
        elements += statistic.elements();
      }
    }
    return new TargetModel(
        graph,
        IMAGE,
        outputs,
        network.activations(rows.size(), LossSettings.layers(losses))
            + lossGraph.weightedElements(),
        elements);
  }

  /**
   * How far the feature maps look that the targets of an image are made of.
   *
   * @throws IllegalArgumentException if the network has no layer of a name
   */
  public Reach reach(TargetImage of) {
    return network.reach(LossSettings.layers(settings.with(of)));
  }

  /**
   * The graph of the losses, as deep as the deepest layer that they look at.
   *
   * @param height rows of the image being optimised, the same as the content image's
   * @param width columns of the image being optimised
   * @throws IllegalArgumentException if the network has no layer of a name
   */
  public LossModel losses(long height, long width) {
    return losses(height, width, Optional.empty());
  }

  /**
   * The graph of the losses on an image with regions, each of which has its own style targets.
   *
   * @param height rows of the image being optimised, the same as the content image's
   * @param width columns of the image being optimised
   * @param regions of the image; empty if all of it is one
   * @throws IllegalArgumentException if the network has no layer of a name
   */
  public LossModel losses(long height, long width, Optional<StyleRegions> regions) {
    List<Loss> losses = settings.losses();
    SameDiff graph = emptyGraph();
    FeatureMap image = placeholder(graph, height, width);
    LossGraph lossGraph =
        lossGraph(graph, image, losses, Strip.whole(Math.toIntExact(height)), regions);
    Map<Loss, Map<String, Statistic>> statistics = new HashMap<>();
    losses.forEach(loss -> statistics.put(loss, loss.addStatistics(lossGraph)));
    List<SDVariable> values = new ArrayList<>();
    Map<String, String> terms = new LinkedHashMap<>();
    for (Loss loss : losses) {
      SDVariable value = loss.addTo(lossGraph, Objects.requireNonNull(statistics.get(loss)));
      values.add(value);
      terms.put(loss.name(), value.name());
    }
    SDVariable total = total(values);
    total.markAsLoss();
    return new LossModel(
        graph,
        IMAGE,
        total.name(),
        terms,
        lossGraph.inputs(),
        network.scale(),
        network.activations(image.size(), LossSettings.layers(losses))
            + lossGraph.weightedElements());
  }

  private static SDVariable total(List<SDVariable> values) {
    int last = values.size() - 1;
    SDVariable sum = values.get(0);
    for (int i = 1; i < last; i++) {
      sum = sum.add(values.get(i));
    }
    return last == 0 ? sum : sum.add(LossNames.TOTAL_COLUMN, values.get(last));
  }

  private LossGraph lossGraph(
      SameDiff graph,
      FeatureMap image,
      List<Loss> losses,
      Strip strip,
      Optional<StyleRegions> regions) {
    Set<String> layers = LossSettings.layers(losses);
    return new LossGraph(
        graph, network, image, network.addTo(graph, image, layers), strip, regions);
  }

  private FeatureMap placeholder(SameDiff graph, long height, long width) {
    SDVariable variable = graph.placeHolder(IMAGE, dataType, 1, height, width, CHANNELS);
    return new FeatureMap(variable, new FeatureSize(height, width, CHANNELS), 0);
  }

  /** A graph that holds the arrays it is given, not copies of them. */
  private static SameDiff emptyGraph() {
    SameDiff graph = SameDiff.create();
    graph.setArrayHolders(new SingleThreadArrayHolder(), new SingleThreadArrayHolder(), true);
    return graph;
  }
}
