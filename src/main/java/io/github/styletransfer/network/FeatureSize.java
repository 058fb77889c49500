package io.github.styletransfer.network;

/**
 * The size of a feature map.
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

  /** Half of the height and width, rounded up. */
  public FeatureSize halved() {
    return new FeatureSize((height + 1) / 2, (width + 1) / 2, channels);
  }
}
