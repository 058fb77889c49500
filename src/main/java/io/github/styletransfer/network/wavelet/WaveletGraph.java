package io.github.styletransfer.network.wavelet;

import io.github.styletransfer.network.Border;
import io.github.styletransfer.network.FeatureMap;
import io.github.styletransfer.network.FeaturePair;
import io.github.styletransfer.network.Features;
import io.github.styletransfer.network.Halving;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;

/**
 * Adds levels of {@link Wavelets} to a graph. A level's border is continued by its outermost
 * pixels; all arrays are NHWC, and each level's feature maps have the level's name.
 */
final class WaveletGraph implements Features {
  private final SameDiff graph;
  private final DataType dataType;
  private final int reach;
  private final Map<String, FeatureMap> maps = new HashMap<>();
  private final Map<String, String> coarserOfPair = new HashMap<>();
  private final Map<String, String> finerOfPair = new HashMap<>();

  WaveletGraph(SameDiff graph, FeatureMap image, Wavelets network, NeededLevels needed) {
    this.graph = graph;
    this.dataType = image.variable().dataType();
    this.reach = network.reach();
    SDVariable kernel = constant("bank/kernel", network.kernel());
    SDVariable bias = constant("bank/bias", network.bias());
    SDVariable blur = constant("blur/kernel", network.blur());
    FeatureMap level = image;
    for (int number = network.firstLevel(); number <= needed.coarsest(); number++) {
      FeatureMap bordered = new Border(graph, reach, Border.Kind.REPEAT).add(level);
      String name = Wavelets.level(number);
      if (needed.contains(number)) {
        SDVariable responses =
            graph.cnn().conv2d(bordered.variable(), kernel, bias, convolution(1));
        maps.put(name, level.of(graph.nn().relu(name, responses, 0), network.bias().length()));
      }
      if (number < needed.coarsest()) {
        level = level.halved(graph.cnn().conv2d(bordered.variable(), blur, convolution(2)));
      }
      finerOfPair.put(Wavelets.pair(number), name);
      coarserOfPair.put(Wavelets.pair(number), Wavelets.level(number + 1));
    }
  }

  @Override
  public FeatureMap map(String layer) {
    return Objects.requireNonNull(maps.get(layer), layer);
  }

  /** Of two levels, the finer one's feature maps are averaged to the coarser one's size. */
  @Override
  public FeaturePair pair(String layer) {
    String finer = finerOfPair.get(layer);
    String coarser = coarserOfPair.get(layer);
    if (finer == null || coarser == null) {
      return FeaturePair.of(map(layer));
    }
    FeatureMap map = map(finer);
    SDVariable reduced = graph.cnn().avgPooling2d(map.variable(), Halving.pooling());
    return new FeaturePair(map.halved(reduced), map(coarser));
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
