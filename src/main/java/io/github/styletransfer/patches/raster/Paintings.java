package io.github.styletransfer.patches.raster;

import java.util.List;
import java.util.function.UnaryOperator;

/** One or more paintings, and what part of the picture each is to give. */
public final class Paintings {
  private final List<FloatImage> images;
  private final double[] shares;

  /**
   * Takes the numbers without copying them.
   *
   * @param shares for each image, more than 0, in total 1
   */
  public Paintings(List<FloatImage> images, double... shares) {
    this.images = List.copyOf(images);
    this.shares = shares;
  }

  /** One painting. */
  public static Paintings of(FloatImage image) {
    return new Paintings(List.of(image), 1);
  }

  /** The images, in their order. */
  public List<FloatImage> images() {
    return images;
  }

  /** What part of the picture each is to give, in total 1. */
  public double[] shares() {
    return shares;
  }

  /** Others with the same shares. */
  public Paintings with(UnaryOperator<FloatImage> change) {
    return new Paintings(images.stream().map(change).toList(), shares);
  }

  /** The width of the widest. */
  public int mostWidth() {
    return images.stream().mapToInt(FloatImage::width).max().orElseThrow();
  }

  /** The height of the highest. */
  public int mostHeight() {
    return images.stream().mapToInt(FloatImage::height).max().orElseThrow();
  }

  /** The length of the shortest side. */
  public int shortestSide() {
    return images.stream()
        .mapToInt(image -> Math.min(image.width(), image.height()))
        .min()
        .orElseThrow();
  }

  /** All of them one below the other, with zeros beside narrower ones; a single one as it is. */
  public FloatImage stacked() {
    if (images.size() == 1) {
      return images.get(0);
    }
    int width = mostWidth();
    FloatImage stack =
        new FloatImage(
            width, images.stream().mapToInt(FloatImage::height).reduce(0, Math::addExact));
    int to = 0;
    for (FloatImage image : images) {
      int row = image.width() * FloatImage.CHANNELS;
      for (int y = 0; y < image.height(); y++) {
        System.arraycopy(image.values(), y * row, stack.values(), to, row);
        to += width * FloatImage.CHANNELS;
      }
    }
    return stack;
  }
}
