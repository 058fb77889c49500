package io.github.styletransfer.model;

import io.github.styletransfer.network.Layer;

/**
 * The size of a feature map, and how the network's layers change it.
 *
 * @param height rows
 * @param width columns
 * @param channels feature maps
 */
public record FeatureSize(long height, long width, long channels) {
  /** The number of elements: height x width x channels. */
  public long elements() {
    return height * width * channels;
  }

  /** The size of a layer's output for an input of this size; pooling rounds odd sizes up. */
  FeatureSize after(Layer layer) {
    if (layer instanceof Layer.Convolution convolution) {
      return new FeatureSize(height, width, convolution.bias().length());
    }
    if (layer instanceof Layer.Pool) {
      return new FeatureSize((height + 1) / 2, (width + 1) / 2, channels);
    }
    return this;
  }
}
