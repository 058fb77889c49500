package io.github.styletransfer.model;

import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.network.Vgg19;
import io.github.styletransfer.network.Wavelets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.array.SingleThreadArrayHolder;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Builds the graphs of a run on one network.
 *
 * @param network the feature network
 * @param pooling how VGG-19's pooling layers reduce
 * @param dataType {@code FLOAT}, or {@code DOUBLE} to check gradients
 */
public record ModelBuilder(FeatureNetwork network, Pooling pooling, DataType dataType) {
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
    Map<String, String> outputs = new HashMap<>();
    NetworkGraph networkGraph = networkGraph(graph);
    FeatureMap image = placeholder(graph, height, width);
    networkGraph
        .add(image, names(layers), Set.of())
        .content()
        .forEach((layer, map) -> outputs.put(layer, map.variable().name()));
    long activations = networkGraph.activations(image.size(), names(layers), Set.of());
    return new TargetModel(graph, IMAGE, outputs, activations);
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
    return styleTargets(Strip.whole(Math.toIntExact(height)), width, layers);
  }

  /**
   * The graph of a strip's share of the style image's Gram matrices: the whole image's are the sums
   * of those of its strips.
   *
   * @param strip rows of the style image
   * @param width columns of the style image
   * @param layers the layers of the style loss
   * @throws IllegalArgumentException if the network has no layer of a name
   */
  public TargetModel styleTargets(Strip strip, long width, List<LayerWeight> layers) {
    SameDiff graph = emptyGraph();
    Map<String, String> outputs = new HashMap<>();
    NetworkGraph networkGraph = networkGraph(graph);
    FeatureMap rows = placeholder(graph, strip.rows(), width);
    networkGraph
        .add(rows, strip, Set.of(), names(layers))
        .style()
        .forEach((layer, gram) -> outputs.put(layer, gram.name()));
    long activations = networkGraph.activations(rows.size(), Set.of(), names(layers));
    return new TargetModel(graph, IMAGE, outputs, activations);
  }

  /**
   * How far the feature maps look that the Gram matrices are made of.
   *
   * @param layers the layers of the style loss
   * @throws IllegalArgumentException if the network has no layer of a name
   */
  public Reach styleReach(List<LayerWeight> layers) {
    return networkGraph(emptyGraph()).reach(names(layers));
  }

  /**
   * The number of elements of the content image's feature maps that {@link #contentTargets} gives.
   *
   * @param height rows of the content image
   * @param width columns of the content image
   * @param layers the layers of the content loss
   */
  public long contentElements(long height, long width, List<LayerWeight> layers) {
    SameDiff graph = emptyGraph();
    return networkGraph(graph)
        .add(placeholder(graph, height, width), names(layers), Set.of())
        .content()
        .values()
        .stream()
        .mapToLong(map -> map.size().elements())
        .sum();
  }

  /**
   * The graph of all that the losses look at, which tells their cost before there are targets.
   *
   * @param height rows of the image being optimised
   * @param width columns of the image being optimised
   * @param settings which layers count
   * @return with outputs by the names of their variables
   * @throws IllegalArgumentException if the network has no layer of a name
   */
  public TargetModel features(long height, long width, LossSettings settings) {
    SameDiff graph = emptyGraph();
    NetworkGraph.Representation representation =
        networkGraph(graph)
            .add(
                placeholder(graph, height, width),
                names(settings.contentLayers()),
                names(settings.styleLayers()));
    Map<String, String> outputs = new HashMap<>();
    representation
        .content()
        .values()
        .forEach(map -> outputs.put(map.variable().name(), map.variable().name()));
    representation.style().values().forEach(gram -> outputs.put(gram.name(), gram.name()));
    return new TargetModel(graph, IMAGE, outputs, activations(height, width, settings));
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
    NetworkGraph networkGraph = networkGraph(graph);
    NetworkGraph.Representation representation =
        networkGraph.add(image, names(settings.contentLayers()), names(settings.styleLayers()));
    LossGraph losses = new LossGraph(graph, settings, networkGraph.errorMeasure(), dataType);
    SDVariable content = losses.content(representation.content(), targets);
    SDVariable style = losses.style(representation.style(), targets);
    SDVariable variation = losses.totalVariation(image);
    SDVariable total = losses.total(content, style, variation);
    total.markAsLoss();
    Map<String, String> terms = new LinkedHashMap<>();
    terms.put("content", content.name());
    terms.put("style", style.name());
    terms.put("tv", variation.name());
    return new LossModel(graph, IMAGE, total.name(), terms);
  }

  /**
   * The graph of the losses with targets of one number each: it has the operations of the real one,
   * but can't be run.
   *
   * @param settings weights and layers
   * @throws IllegalArgumentException if the network has no layer of a name
   */
  public LossModel untargetedLosses(long height, long width, LossSettings settings) {
    return losses(
        height,
        width,
        settings,
        new Targets(numbers(settings.contentLayers()), numbers(settings.styleLayers())));
  }

  private static Map<String, INDArray> numbers(List<LayerWeight> layers) {
    return names(layers).stream().collect(Collectors.toMap(name -> name, name -> Nd4j.scalar(1f)));
  }

  /**
   * The number of activations that the gradient needs, down to the deepest layer that the settings
   * name.
   *
   * @param height rows of the image being optimised
   * @param width columns of the image being optimised
   */
  public long activations(long height, long width, LossSettings settings) {
    return networkGraph(emptyGraph())
        .activations(
            new FeatureSize(height, width, CHANNELS),
            names(settings.contentLayers()),
            names(settings.styleLayers()));
  }

  private NetworkGraph networkGraph(SameDiff graph) {
    if (network instanceof Wavelets wavelets) {
      return new WaveletGraph(graph, wavelets, dataType);
    }
    return new VggGraph(graph, (Vgg19) network, pooling, dataType);
  }

  private FeatureMap placeholder(SameDiff graph, long height, long width) {
    SDVariable variable = graph.placeHolder(IMAGE, dataType, 1, height, width, CHANNELS);
    return new FeatureMap(variable, new FeatureSize(height, width, CHANNELS));
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
