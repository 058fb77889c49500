package io.github.styletransfer.model;

import io.github.styletransfer.network.Layer;
import io.github.styletransfer.network.Vgg19;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.array.SingleThreadArrayHolder;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Builds the graphs of a run on one network.
 *
 * @param network the feature network
 * @param pooling how its pooling layers reduce
 * @param dataType {@code FLOAT}, or {@code DOUBLE} to check gradients
 */
public record ModelBuilder(Vgg19 network, Pooling pooling, DataType dataType) {
  private static final String IMAGE = "image";
  private static final long CHANNELS = 3;

  /**
   * The graph of the content image's feature maps.
   *
   * @param height rows of the content image
   * @param width columns of the content image
   * @param layers the layers of the content loss
   * @throws IllegalArgumentException if the network has no layer of a name
   */
  public TargetModel contentTargets(long height, long width, List<LayerWeight> layers) {
    SameDiff graph = emptyGraph();
    Map<String, FeatureMap> features =
        addFeatures(graph, placeholder(graph, height, width), layers);
    Map<String, String> outputs = new HashMap<>();
    features.forEach((layer, map) -> outputs.put(layer, map.variable().name()));
    return new TargetModel(graph, IMAGE, outputs);
  }

  /**
   * The graph of the style image's Gram matrices.
   *
   * @param height rows of the style image
   * @param width columns of the style image
   * @param layers the layers of the style loss
   * @throws IllegalArgumentException if the network has no layer of a name
   */
  public TargetModel styleTargets(long height, long width, List<LayerWeight> layers) {
    SameDiff graph = emptyGraph();
    Map<String, FeatureMap> features =
        addFeatures(graph, placeholder(graph, height, width), layers);
    Map<String, String> outputs = new HashMap<>();
    features.forEach(
        (layer, map) -> outputs.put(layer, GramMatrix.add(graph, layer + "/gram", map).name()));
    return new TargetModel(graph, IMAGE, outputs);
  }

  /**
   * The graph of the losses, as deep as the deepest layer that the settings name.
   *
   * @param height rows of the image being optimised, the same as the content image's
   * @param width columns of the image being optimised
   * @param settings weights and layers
   * @param targets an array for every layer that the settings name
   * @throws IllegalArgumentException if the network has no layer of a name
   */
  public LossModel losses(long height, long width, LossSettings settings, Targets targets) {
    SameDiff graph = emptyGraph();
    FeatureMap image = placeholder(graph, height, width);
    Set<String> layers = names(settings.contentLayers());
    layers.addAll(names(settings.styleLayers()));
    Map<String, FeatureMap> features =
        new FeatureGraph(graph, pooling, dataType).add(image, network, layers);
    LossGraph losses = new LossGraph(graph, settings, dataType);
    SDVariable content = losses.content(features, targets);
    SDVariable style = losses.style(features, targets);
    SDVariable variation = losses.totalVariation(image);
    SDVariable total = losses.total(content, style, variation);
    total.markAsLoss();
    return new LossModel(
        graph, IMAGE, total.name(), content.name(), style.name(), variation.name());
  }

  /**
   * The number of activations that the gradient needs: of all rectifiers and pooling layers, down
   * to the deepest layer that the settings name.
   *
   * @param height rows of the image being optimised
   * @param width columns of the image being optimised
   */
  public long activations(long height, long width, LossSettings settings) {
    Set<String> layers = names(settings.contentLayers());
    layers.addAll(names(settings.styleLayers()));
    FeatureSize size = new FeatureSize(height, width, CHANNELS);
    long sum = 0;
    for (Layer layer : network.layers()) {
      if (layers.isEmpty()) {
        break;
      }
      layers.remove(layer.name());
      size = size.after(layer);
      if (!(layer instanceof Layer.Convolution)) {
        sum += size.elements();
      }
    }
    return sum;
  }

  private FeatureMap placeholder(SameDiff graph, long height, long width) {
    SDVariable variable = graph.placeHolder(IMAGE, dataType, 1, height, width, CHANNELS);
    return new FeatureMap(variable, new FeatureSize(height, width, CHANNELS));
  }

  private Map<String, FeatureMap> addFeatures(
      SameDiff graph, FeatureMap image, List<LayerWeight> layers) {
    return new FeatureGraph(graph, pooling, dataType).add(image, network, names(layers));
  }

  private static Set<String> names(List<LayerWeight> layers) {
    return layers.stream().map(LayerWeight::layer).collect(Collectors.toSet());
  }

  /** A graph that holds the arrays it is given, not copies of them. */
  private static SameDiff emptyGraph() {
    SameDiff graph = SameDiff.create();
    graph.setArrayHolders(new SingleThreadArrayHolder(), new SingleThreadArrayHolder(), true);
    return graph;
  }
}
