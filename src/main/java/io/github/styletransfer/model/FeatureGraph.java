package io.github.styletransfer.model;

import io.github.styletransfer.network.Layer;
import io.github.styletransfer.network.Vgg19;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;

/**
 * Adds the network's layers to a graph, from the image down to the deepest layer that is asked for:
 * convolution with stride 1, SAME padding and bias; rectifier; 2 x 2 pooling with stride 2 and SAME
 * padding, so that odd sizes round up. All activations are NHWC.
 */
final class FeatureGraph {
  private static final String NHWC = "NHWC";

  private final SameDiff graph;
  private final Pooling pooling;
  private final DataType dataType;

  FeatureGraph(SameDiff graph, Pooling pooling, DataType dataType) {
    this.graph = graph;
    this.pooling = pooling;
    this.dataType = dataType;
  }

  /**
   * Adds the layers; each one's variable has the layer's name.
   *
   * @param image mean-subtracted RGB as the network takes it
   * @param wanted names of the layers to return
   * @return the wanted layers' feature maps by name
   * @throws IllegalArgumentException if the network has no layer of a wanted name
   */
  Map<String, FeatureMap> add(FeatureMap image, Vgg19 network, Set<String> wanted) {
    Set<String> missing = new HashSet<>(wanted);
    Map<String, FeatureMap> found = new HashMap<>();
    FeatureMap current = image;
    for (Layer layer : network.layers()) {
      if (missing.isEmpty()) {
        break;
      }
      current = add(layer, current);
      if (missing.remove(layer.name())) {
        found.put(layer.name(), current);
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("the network has no layer named " + missing);
    }
    return found;
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
    return new FeatureMap(output, input.size().after(layer));
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
