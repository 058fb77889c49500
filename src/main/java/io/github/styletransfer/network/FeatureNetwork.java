package io.github.styletransfer.network;

import java.util.List;
import java.util.Set;
import org.nd4j.autodiff.samediff.SameDiff;

/** A network whose responses to an image say what is in it and how it is painted. */
public interface FeatureNetwork {
  /** Red, green and blue in 0..255, a copy; the network takes RGB 0..255 minus it. */
  float[] meanPixel();

  /** The names of the layers that a content loss can look at, from the image on. */
  List<String> contentLayers();

  /** The names of the layers that a style loss can look at, from the image on. */
  List<String> styleLayers();

  /**
   * How many pixels to optimise around the result, to be cut off in the end: features near the
   * border see less of the image than others, and leave a frame there.
   */
  int margin();

  /**
   * The network for images reduced to a fraction of the result's size. Its layers of a given name
   * look at the same details as before; those that look at finer ones are left out.
   *
   * @param halvings how often the size was halved, 0 or more
   */
  FeatureNetwork reduced(int halvings);

  /**
   * The shortest side, in pixels, that an image must have for a layer to see any structure in it.
   *
   * @param layer one of {@link #contentLayers} or {@link #styleLayers}
   */
  int smallestSide(String layer);

  /** How losses measure this network's features. */
  FeatureScale scale();

  /**
   * Adds the network's response to an image to a graph, as deep as it is needed.
   *
   * @param image mean-subtracted RGB as the network takes it, float or double
   * @param layers names of the layers that are wanted
   * @throws IllegalArgumentException if the network has no layer of a wanted name
   */
  Features addTo(SameDiff graph, FeatureMap image, Set<String> layers);

  /**
   * How far the feature maps of some layers look.
   *
   * @throws IllegalArgumentException if the network has no layer of a name
   */
  Reach reach(Set<String> layers);

  /**
   * The number of activations that the gradient needs.
   *
   * @param layers names of the layers that are wanted
   * @throws IllegalArgumentException if the network has no layer of a wanted name
   */
  long activations(FeatureSize image, Set<String> layers);
}
