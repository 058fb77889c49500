package io.github.styletransfer.network;

/** A network's response to an image, in a graph. */
public interface Features {
  /**
   * The feature maps of a layer.
   *
   * @param layer one of {@link FeatureNetwork#contentLayers} that was asked for
   */
  FeatureMap map(String layer);

  /**
   * The feature maps whose correlations a layer stands for; what else that takes is added to the
   * graph.
   *
   * @param layer one of {@link FeatureNetwork#styleLayers} that was asked for
   */
  FeaturePair pair(String layer);
}
