package io.github.styletransfer.network;

import java.util.List;

/** A network whose responses to an image say what is in it and how it is painted. */
public sealed interface FeatureNetwork permits Vgg19, Wavelets {
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
}
