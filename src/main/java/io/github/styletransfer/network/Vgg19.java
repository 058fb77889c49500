package io.github.styletransfer.network;

import java.util.List;

/** VGG-19's convolutions, rectifiers and pooling layers, in order. Immutable but for its arrays. */
public final class Vgg19 {
  private static final int CHANNELS = 3;

  private final List<Layer> layers;
  private final float[] meanPixel;

  /**
   * Puts a network together.
   *
   * @param layers from the image on
   * @param meanPixel red, green, blue, in 0..255; the network takes RGB 0..255 minus it
   */
  public Vgg19(List<Layer> layers, float[] meanPixel) {
    if (meanPixel.length != CHANNELS) {
      throw new IllegalArgumentException("a mean pixel has 3 values, not " + meanPixel.length);
    }
    this.layers = List.copyOf(layers);
    this.meanPixel = meanPixel.clone();
  }

  /** The layers, from the image on. */
  public List<Layer> layers() {
    return layers;
  }

  /** The layers' names, from the image on. */
  public List<String> layerNames() {
    return layers.stream().map(Layer::name).toList();
  }

  /** Red, green and blue of the mean pixel, in 0..255. */
  public float[] meanPixel() {
    return meanPixel.clone();
  }
}
