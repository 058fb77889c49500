package io.github.styletransfer.network;

/**
 * The feature maps whose correlations a layer stands for.
 *
 * @param a gives the rows of their Gram matrix
 * @param b gives its columns: the same feature maps, or others of the same height and width
 */
public record FeaturePair(FeatureMap a, FeatureMap b) {
  /** Feature maps with themselves. */
  public static FeaturePair of(FeatureMap map) {
    return new FeaturePair(map, map);
  }
}
