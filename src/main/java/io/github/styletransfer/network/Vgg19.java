package io.github.styletransfer.network;

import java.util.List;

/** VGG-19's convolutions, rectifiers and pooling layers, in order. Immutable but for its arrays. */
public final class Vgg19 implements FeatureNetwork {
  private static final int IMAGE_CHANNELS = 3;

  private final List<Layer> layers;
  private final List<String> names;
  private final float[] meanPixel;

  /**
   * Puts a network together.
   *
   * @param layers from the image on
   * @param meanPixel red, green, blue, in 0..255; the network takes RGB 0..255 minus it
   * @throws IllegalArgumentException if there are not three mean values
   */
  public Vgg19(List<Layer> layers, float[] meanPixel) {
    if (meanPixel.length != IMAGE_CHANNELS) {
      throw new IllegalArgumentException("a mean pixel has 3 values, not " + meanPixel.length);
    }
    this.layers = List.copyOf(layers);
    this.names = layers.stream().map(Layer::name).toList();
    this.meanPixel = meanPixel.clone();
  }

  /** The layers, from the image on. */
  public List<Layer> layers() {
    return layers;
  }

  @Override
  public List<String> contentLayers() {
    return names;
  }

  @Override
  public List<String> styleLayers() {
    return names;
  }

  /**
   * The place of a layer in {@link #layers()}.
   *
   * @throws IllegalArgumentException if no layer has this name
   */
  public int indexOf(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("no layer is named " + name);
    }
    return index;
  }

  @Override
  public float[] meanPixel() {
    return meanPixel.clone();
  }

  /** None: the original program optimises the result's pixels alone. */
  @Override
  public int margin() {
    return 0;
  }

  /** The same network: its layers are not bound to a size of details. */
  @Override
  public Vgg19 reduced(int halvings) {
    return this;
  }

  /** One that gives a feature map of 2 x 2. */
  @Override
  public int smallestSide(String layer) {
    long halvings =
        layers.subList(0, indexOf(layer) + 1).stream().filter(Layer.Pool.class::isInstance).count();
    return (1 << halvings) + 1;
  }
}
