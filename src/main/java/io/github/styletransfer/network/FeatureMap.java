package io.github.styletransfer.network;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * One layer's activations as a variable of the graph.
 *
 * @param variable float or double, NHWC: [1, height, width, channels]
 * @param size height, width and channels
 * @param halvings how often the image's height and width were halved on the way
 */
public record FeatureMap(SDVariable variable, FeatureSize size, int halvings) {
  /** Feature maps of the same height and width, computed from these. */
  public FeatureMap of(SDVariable other, long channels) {
    return new FeatureMap(other, new FeatureSize(size.height(), size.width(), channels), halvings);
  }

  /** Feature maps of half the height and width, rounded up, computed from these. */
  public FeatureMap halved(SDVariable other) {
    return new FeatureMap(other, size.halved(), halvings + 1);
  }
}
