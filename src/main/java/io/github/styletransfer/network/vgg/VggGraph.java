package io.github.styletransfer.network.vgg;

import io.github.styletransfer.network.Border;
import io.github.styletransfer.network.FeatureMap;
import io.github.styletransfer.network.FeaturePair;
import io.github.styletransfer.network.Features;
import io.github.styletransfer.network.Halving;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;

/**
 * Adds layers of VGG-19 to a graph, from the image down: convolution with stride 1, SAME padding or
 * a {@link Border}, and bias; rectifier; 2 x 2 pooling with stride 2 and SAME padding, so that odd
 * sizes round up. All activations are NHWC, and each layer's variable has the layer's name.
 */
final class VggGraph implements Features {
  private final SameDiff graph;
  private final Pooling pooling;
  private final Padding padding;
  private final DataType dataType;
  private final Map<String, FeatureMap> maps = new HashMap<>();

  VggGraph(SameDiff graph, FeatureMap image, List<Layer> layers, Pooling pooling, Padding padding) {
    this.graph = graph;
    this.pooling = pooling;
    this.padding = padding;
    this.dataType = image.variable().dataType();
    FeatureMap current = image;
    for (Layer layer : layers) {
      current = add(layer, current);
      maps.put(layer.name(), current);
    }
  }

  @Override
  public FeatureMap map(String layer) {
    return Objects.requireNonNull(maps.get(layer), layer);
  }

  @Override
  public FeaturePair pair(String layer) {
    return FeaturePair.of(map(layer));
  }

  private FeatureMap add(Layer layer, FeatureMap input) {
    if (layer instanceof Layer.Convolution convolution) {
      return input.of(convolution(convolution, input), convolution.bias().length());
    }
    return layer instanceof Layer.Relu
        ? input.of(graph.nn().relu(layer.name(), input.variable(), 0), input.size().channels())
        : input.halved(pool(layer.name(), input.variable()));
  }

  private SDVariable convolution(Layer.Convolution layer, FeatureMap input) {
    SDVariable kernel = graph.constant(layer.name() + "/kernel", layer.kernel().castTo(dataType));
    SDVariable bias = graph.constant(layer.name() + "/bias", layer.bias().castTo(dataType));
    Optional<Border.Kind> border = border();
    Conv2DConfig config =
        Conv2DConfig.builder()
            .kH(layer.kernel().size(0))
            .kW(layer.kernel().size(1))
            .paddingMode(border.isPresent() ? PaddingMode.VALID : PaddingMode.SAME)
            .dataFormat("NHWC")
            .build();
    int reach = (int) layer.kernel().size(0) / 2;
    FeatureMap seen = border.map(kind -> new Border(graph, reach, kind).add(input)).orElse(input);
    return graph.cnn().conv2d(layer.name(), seen.variable(), kernel, bias, config);
  }

  /** The border of the next convolution's input; empty for zeros. */
  private Optional<Border.Kind> border() {
    return switch (padding) {
      case ZERO -> Optional.empty();
      case REPLICATE_FIRST -> maps.isEmpty() ? Optional.of(Border.Kind.REPEAT) : Optional.empty();
      case REPLICATE -> Optional.of(Border.Kind.REPEAT);
      case REFLECT -> Optional.of(Border.Kind.REFLECT);
    };
  }

  private SDVariable pool(String name, SDVariable input) {
    Pooling2DConfig config = Halving.pooling();
    return switch (pooling) {
      case MAX -> graph.cnn().maxPooling2d(name, input, config);
      case AVG -> graph.cnn().avgPooling2d(name, input, config);
    };
  }
}
