package io.github.styletransfer.model;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * One layer's activations as a variable of the graph.
 *
 * @param variable float or double, NHWC: [1, height, width, channels]
 * @param height rows
 * @param width columns
 * @param channels feature maps
 */
public record FeatureMap(SDVariable variable, long height, long width, long channels) {
  /** The number of elements: height x width x channels. */
  public long size() {
    return height * width * channels;
  }
}
