package io.github.styletransfer.model;

import io.github.styletransfer.network.Layer;
import io.github.styletransfer.network.Vgg19;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;

/**
 * Adds VGG-19's layers to a graph, from the image down to the deepest layer that is asked for:
 * convolution with stride 1, SAME padding and bias; rectifier; 2 x 2 pooling with stride 2 and SAME
 * padding, so that odd sizes round up. All activations are NHWC.
 */
final class VggGraph implements NetworkGraph {
  private static final String NHWC = "NHWC";

  private final SameDiff graph;
  private final Vgg19 network;
  private final Pooling pooling;
  private final DataType dataType;

  VggGraph(SameDiff graph, Vgg19 network, Pooling pooling, DataType dataType) {
    this.graph = graph;
    this.network = network;
    this.pooling = pooling;
    this.dataType = dataType;
  }

  /** Adds the layers; each one's variable has the layer's name. */
  @Override
  public Representation add(
      FeatureMap rows, Strip strip, Set<String> contentLayers, Set<String> styleLayers) {
    Map<String, FeatureMap> content = new HashMap<>();
    Map<String, SDVariable> style = new HashMap<>();
    FeatureMap current = rows;
    int halvings = 0;
    for (Layer layer : needed(contentLayers, styleLayers)) {
      current = add(layer, current);
      halvings += layer instanceof Layer.Pool ? 1 : 0;
      if (contentLayers.contains(layer.name())) {
        content.put(layer.name(), current);
      }
      if (styleLayers.contains(layer.name())) {
        SDVariable pixels = GramMatrix.rows(graph, current, strip, halvings);
        FeatureSize size = current.size();
        double elements = (double) strip.wholeRows(halvings) * size.width() * size.channels();
        style.put(
            layer.name(), GramMatrix.add(graph, layer.name() + "/gram", pixels, pixels, elements));
      }
    }
    return new Representation(content, style);
  }

  /** A convolution looks half its kernel further; pooling takes pixels in pairs. */
  @Override
  public Reach reach(Set<String> styleLayers) {
    int subsampling = 1;
    int rows = 0;
    int margin = 0;
    for (Layer layer : needed(Set.of(), styleLayers)) {
      if (layer instanceof Layer.Convolution convolution) {
        rows += (int) convolution.kernel().size(0) / 2;
      } else if (layer instanceof Layer.Pool) {
        rows = (rows + 1) / 2;
        subsampling *= 2;
      }
      margin = Math.max(margin, rows * subsampling);
    }
    return Reach.of(subsampling, margin);
  }

  /** Rectifiers and pooling layers: a convolution's output isn't needed once it is rectified. */
  @Override
  public long activations(FeatureSize image, Set<String> contentLayers, Set<String> styleLayers) {
    FeatureSize size = image;
    long sum = 0;
    for (Layer layer : needed(contentLayers, styleLayers)) {
      size = after(layer, size);
      if (!(layer instanceof Layer.Convolution)) {
        sum += size.elements();
      }
    }
    return sum;
  }

  @Override
  public ErrorMeasure errorMeasure() {
    return ErrorMeasure.MEAN;
  }

  private List<Layer> needed(Set<String> contentLayers, Set<String> styleLayers) {
    int count =
        Stream.concat(contentLayers.stream(), styleLayers.stream())
            .mapToInt(name -> network.indexOf(name) + 1)
            .max()
            .orElse(0);
    return network.layers().subList(0, count);
  }

  /** The size of a layer's output; pooling rounds odd sizes up. */
  private static FeatureSize after(Layer layer, FeatureSize size) {
    if (layer instanceof Layer.Convolution convolution) {
      return new FeatureSize(size.height(), size.width(), convolution.bias().length());
    }
    return layer instanceof Layer.Pool ? size.halved() : size;
  }

  private FeatureMap add(Layer layer, FeatureMap input) {
    SDVariable output;
    if (layer instanceof Layer.Convolution convolution) {
      output = convolution(convolution, input.variable());
    } else if (layer instanceof Layer.Relu) {
      output = graph.nn().relu(layer.name(), input.variable(), 0);
    } else {
      output = pool(layer.name(), input.variable());
    }
    return new FeatureMap(output, after(layer, input.size()));
  }

  private SDVariable convolution(Layer.Convolution layer, SDVariable input) {
    SDVariable kernel = graph.constant(layer.name() + "/kernel", layer.kernel().castTo(dataType));
    SDVariable bias = graph.constant(layer.name() + "/bias", layer.bias().castTo(dataType));
    Conv2DConfig config =
        Conv2DConfig.builder()
            .kH(layer.kernel().size(0))
            .kW(layer.kernel().size(1))
            .paddingMode(PaddingMode.SAME)
            .dataFormat(NHWC)
            .build();
    return graph.cnn().conv2d(layer.name(), input, kernel, bias, config);
  }

  private SDVariable pool(String name, SDVariable input) {
    Pooling2DConfig config =
        Pooling2DConfig.builder()
            .kH(2)
            .kW(2)
            .sH(2)
            .sW(2)
            .paddingMode(PaddingMode.SAME)
            .isNHWC(true)
            .build();
    return switch (pooling) {
      case MAX -> graph.cnn().maxPooling2d(name, input, config);
      case AVG -> graph.cnn().avgPooling2d(name, input, config);
    };
  }
}
