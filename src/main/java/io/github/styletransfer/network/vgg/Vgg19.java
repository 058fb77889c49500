package io.github.styletransfer.network.vgg;

import io.github.styletransfer.network.FeatureMap;
import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.network.FeatureScale;
import io.github.styletransfer.network.FeatureSize;
import io.github.styletransfer.network.Features;
import io.github.styletransfer.network.Reach;
import java.util.List;
import java.util.Set;
import org.nd4j.autodiff.samediff.SameDiff;

/** VGG-19's convolutions, rectifiers and pooling layers, in order. Immutable but for its arrays. */
public final class Vgg19 implements FeatureNetwork {
  private static final int IMAGE_CHANNELS = 3;

  private final List<Layer> layers;
  private final List<String> names;
  private final float[] meanPixel;
  private final Pooling pooling;
  private final Padding padding;
  private final FeatureScale scale;

  /**
   * Puts a network together.
   *
   * @param layers from the image on
   * @param meanPixel red, green, blue, in 0..255; the network takes RGB 0..255 minus it
   * @throws IllegalArgumentException if there are not three mean values
   */
  public Vgg19(List<Layer> layers, float[] meanPixel) {
    this(layers, meanPixel, Pooling.MAX, Padding.ZERO, FeatureScale.MEAN);
  }

  private Vgg19(
      List<Layer> layers, float[] meanPixel, Pooling pooling, Padding padding, FeatureScale scale) {
    if (meanPixel.length != IMAGE_CHANNELS) {
      throw new IllegalArgumentException("a mean pixel has 3 values, not " + meanPixel.length);
    }
    this.layers = List.copyOf(layers);
    this.names = layers.stream().map(Layer::name).toList();
    this.meanPixel = meanPixel.clone();
    this.pooling = pooling;
    this.padding = padding;
    this.scale = scale;
  }

  /** The same network with pooling layers of a kind; those of a new one take the maximum. */
  public Vgg19 with(Pooling kind) {
    return new Vgg19(layers, meanPixel, kind, padding, scale);
  }

  /** The same network with borders of a kind; those of a new one are zeros. */
  public Vgg19 with(Padding kind) {
    return new Vgg19(layers, meanPixel, pooling, kind, scale);
  }

  /** The same network with losses that are measured so; those of a new one as by the original. */
  public Vgg19 with(FeatureScale kind) {
    return new Vgg19(layers, meanPixel, pooling, padding, kind);
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

  @Override
  public FeatureScale scale() {
    return scale;
  }

  @Override
  public Features addTo(SameDiff graph, FeatureMap image, Set<String> wanted) {
    return new VggGraph(graph, image, needed(wanted), pooling, padding);
  }

  /** A convolution looks half its kernel further; pooling takes pixels in pairs. */
  @Override
  public Reach reach(Set<String> wanted) {
    int subsampling = 1;
    int rows = 0;
    int margin = 0;
    for (Layer layer : needed(wanted)) {
      if (layer instanceof Layer.Convolution convolution) {
        rows += (int) convolution.kernel().size(0) / 2;
      } else if (layer instanceof Layer.Pool) {
        rows = (rows + 1) / 2;
        subsampling *= 2;
      }
      margin = Math.max(margin, rows * subsampling);
    }
    return Reach.of(subsampling, margin);
  }

  /** Rectifiers and pooling layers: a convolution's output isn't needed once it is rectified. */
  @Override
  public long activations(FeatureSize image, Set<String> wanted) {
    FeatureSize size = image;
    long sum = 0;
    for (Layer layer : needed(wanted)) {
      if (layer instanceof Layer.Convolution convolution) {
        size = new FeatureSize(size.height(), size.width(), convolution.bias().length());
      } else {
        size = layer instanceof Layer.Pool ? size.halved() : size;
        sum += size.elements();
      }
    }
    return sum;
  }

  /** The layers down to the deepest of those that are wanted. */
  private List<Layer> needed(Set<String> wanted) {
    return layers.subList(0, wanted.stream().mapToInt(name -> indexOf(name) + 1).max().orElse(0));
  }
}
