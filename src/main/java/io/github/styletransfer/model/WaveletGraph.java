package io.github.styletransfer.model;

import io.github.styletransfer.network.Wavelets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;

/**
 * Adds {@link Wavelets} to a graph, down to the coarsest level that is asked for. A level's border
 * is continued by its outermost pixels; all arrays are NHWC.
 */
final class WaveletGraph implements NetworkGraph {
  private final SameDiff graph;
  private final Wavelets network;
  private final DataType dataType;
  private final long features;
  private final int reach;

  WaveletGraph(SameDiff graph, Wavelets network, DataType dataType) {
    this.graph = graph;
    this.network = network;
    this.dataType = dataType;
    this.features = network.bias().length();
    this.reach = (int) network.kernel().size(0) / 2;
  }

  /** Adds the levels; each one's feature maps have the level's name. */
  @Override
  public Representation add(
      FeatureMap rows, Strip strip, Set<String> contentLayers, Set<String> styleLayers) {
    NeededLevels needed = new NeededLevels(network, contentLayers, styleLayers);
    SDVariable kernel = constant("bank/kernel", network.kernel());
    SDVariable bias = constant("bank/bias", network.bias());
    SDVariable blur = constant("blur/kernel", network.blur());
    Map<String, FeatureMap> content = new HashMap<>();
    Map<String, SDVariable> style = new HashMap<>();
    FeatureMap level = rows;
    @Nullable FeatureMap finer = null;
    for (int number = network.firstLevel(); number <= needed.coarsest(); number++) {
      FeatureMap bordered = new Border(graph, reach).add(level);
      @Nullable FeatureMap maps = null;
      if (needed.contains(number)) {
        SDVariable responses =
            graph.cnn().conv2d(bordered.variable(), kernel, bias, convolution(1));
        maps =
            new FeatureMap(
                graph.nn().relu(Wavelets.level(number), responses, 0),
                new FeatureSize(level.size().height(), level.size().width(), features));
        if (contentLayers.contains(Wavelets.level(number))) {
          content.put(Wavelets.level(number), maps);
        }
        addGrams(number, maps, finer, strip, styleLayers, style);
      }
      if (number < needed.coarsest()) {
        level =
            new FeatureMap(
                graph.cnn().conv2d(bordered.variable(), blur, convolution(2)),
                level.size().halved());
      }
      finer = maps;
    }
    return new Representation(content, style);
  }

  private void addGrams(
      int number,
      FeatureMap maps,
      @Nullable FeatureMap finer,
      Strip strip,
      Set<String> styleLayers,
      Map<String, SDVariable> style) {
    String level = Wavelets.level(number);
    String pair = Wavelets.pair(number - 1);
    int halvings = number - network.firstLevel();
    SDVariable rows = GramMatrix.rows(graph, maps, strip, halvings);
    double pixels = (double) strip.wholeRows(halvings) * maps.size().width();
    if (styleLayers.contains(level)) {
      style.put(level, GramMatrix.add(graph, level + "/gram", rows, rows, pixels));
    }
    if (finer != null && styleLayers.contains(pair)) {
      SDVariable finerRows = GramMatrix.rows(graph, reduced(finer), strip, halvings);
      style.put(pair, GramMatrix.add(graph, pair + "/gram", finerRows, rows, pixels));
    }
  }

  /**
   * A level's filters look as far as half of one, and so does the blur but for its border of zeros;
   * every second row is kept of what it gives.
   */
  @Override
  public Reach reach(Set<String> styleLayers) {
    NeededLevels needed = new NeededLevels(network, Set.of(), styleLayers);
    int subsampling = 1;
    int rows = 0;
    int margin = 0;
    for (int number = network.firstLevel(); number <= needed.coarsest(); number++) {
      margin = Math.max(margin, (rows + reach) * subsampling);
      if (number < needed.coarsest()) {
        rows = (rows + reach) / 2;
        subsampling *= 2;
      }
    }
    return Reach.of(subsampling, margin);
  }

  /**
   * Feature maps, and the same as rows of a matrix; both once more at a quarter of the size, for
   * the pair with the next level.
   */
  @Override
  public long activations(FeatureSize image, Set<String> contentLayers, Set<String> styleLayers) {
    NeededLevels needed = new NeededLevels(network, contentLayers, styleLayers);
    FeatureSize size = new FeatureSize(image.height(), image.width(), features);
    long sum = 0;
    for (int number = network.firstLevel(); number <= needed.coarsest(); number++) {
      if (needed.contains(number)) {
        sum += size.elements() * 5 / 2;
      }
      size = size.halved();
    }
    return sum;
  }

  @Override
  public ErrorMeasure errorMeasure() {
    return ErrorMeasure.RELATIVE;
  }

  /** The means of 2 x 2 pixels, or of those that there are at an odd border. */
  private FeatureMap reduced(FeatureMap maps) {
    Pooling2DConfig config =
        Pooling2DConfig.builder()
            .kH(2)
            .kW(2)
            .sH(2)
            .sW(2)
            .paddingMode(PaddingMode.SAME)
            .isNHWC(true)
            .build();
    return new FeatureMap(graph.cnn().avgPooling2d(maps.variable(), config), maps.size().halved());
  }

  private Conv2DConfig convolution(int stride) {
    return Conv2DConfig.builder()
        .kH(2L * reach + 1)
        .kW(2L * reach + 1)
        .sH(stride)
        .sW(stride)
        .paddingMode(PaddingMode.VALID)
        .dataFormat("NHWC")
        .build();
  }

  private SDVariable constant(String name, INDArray value) {
    return graph.constant(name, value.castTo(dataType));
  }
}
