package io.github.styletransfer.patches;

import io.github.styletransfer.image.RgbImage;

/**
 * Changes the size of images as Pillow's {@code Image.resize(size, LANCZOS)}: sharper than the
 * program's own {@link io.github.styletransfer.image.Resizer}, so that a reduced painting keeps its
 * strokes.
 */
final class Lanczos {
  private static final int LOBES = 3;

  private Lanczos() {}

  /** Resizes an image to a width, keeping its shape. */
  static RgbImage fitWidth(RgbImage image, int width) {
    long height = Math.round((double) image.height() * width / image.width());
    return resize(image, width, Math.max(1, (int) height));
  }

  /** An image at half its size, odd sides rounded down. */
  static RgbImage half(RgbImage image) {
    return resize(image, Math.max(1, image.width() / 2), Math.max(1, image.height() / 2));
  }

  /** Resizes an image to an exact size, whatever that does to its shape. */
  static RgbImage resize(RgbImage image, int width, int height) {
    return transposed(narrowed(transposed(narrowed(image, width)), height));
  }

  private static RgbImage narrowed(RgbImage image, int width) {
    if (width == image.width()) {
      return image;
    }
    double scale = (double) image.width() / width;
    double stretch = Math.max(scale, 1);
    byte[] result = new byte[width * image.height() * RgbImage.CHANNELS];
    for (int x = 0; x < width; x++) {
      double centre = (x + 0.5) * scale;
      int first = (int) Math.max(0, centre - LOBES * stretch + 0.5);
      int end = (int) Math.min(image.width(), centre + LOBES * stretch + 0.5);
      double[] weights = new double[end - first];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = height((first + i + 0.5 - centre) / stretch);
      }
      for (int y = 0; y < image.height(); y++) {
        for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
          result[(y * width + x) * RgbImage.CHANNELS + channel] =
              average(image, first, y, channel, weights);
        }
      }
    }
    return new RgbImage(width, image.height(), result);
  }

  private static byte average(RgbImage image, int x, int y, int channel, double[] weights) {
    int sample = (y * image.width() + x) * RgbImage.CHANNELS + channel;
    double sum = 0;
    double total = 0;
    for (double weight : weights) {
      sum += weight * (image.samples()[sample] & 0xff);
      total += weight;
      sample += RgbImage.CHANNELS;
    }
    return (byte) Math.max(0, Math.min(255, Math.round(sum / total)));
  }

  /** The filter's height at a distance from its centre. */
  private static double height(double distance) {
    return Math.abs(distance) < LOBES ? sinc(distance) * sinc(distance / LOBES) : 0;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static RgbImage transposed(RgbImage image) {
    byte[] result = new byte[image.samples().length];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        System.arraycopy(
            image.samples(),
            (y * image.width() + x) * RgbImage.CHANNELS,
            result,
            (x * image.height() + y) * RgbImage.CHANNELS,
            RgbImage.CHANNELS);
      }
    }
    return new RgbImage(image.height(), image.width(), result);
  }
}
