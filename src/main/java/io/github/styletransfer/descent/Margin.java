package io.github.styletransfer.descent;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;

/**
 * A border around the image that is optimised with it and doesn't belong to the result.
 *
 * @param pixels on each side, 0 or more
 */
record Margin(int pixels) {

  /** The image with the border, which is filled by reflection. */
  RgbImage addTo(RgbImage image) {
    if (pixels == 0) {
      return image;
    }
    int width = image.width() + 2 * pixels;
    int height = image.height() + 2 * pixels;
    byte[] source = image.samples();
    byte[] samples = new byte[width * height * RgbImage.CHANNELS];
    for (int y = 0; y < height; y++) {
      int row = reflected(y - pixels, image.height()) * image.width();
      for (int x = 0; x < width; x++) {
        int from = (row + reflected(x - pixels, image.width())) * RgbImage.CHANNELS;
        System.arraycopy(
            source, from, samples, (y * width + x) * RgbImage.CHANNELS, RgbImage.CHANNELS);
      }
    }
    return new RgbImage(width, height, samples);
  }

  /** The size of an image with the border. */
  ImageSize addTo(ImageSize size) {
    return new ImageSize(size.width() + 2 * pixels, size.height() + 2 * pixels);
  }

  /** The image without the border. */
  RgbImage cutFrom(RgbImage image) {
    if (pixels == 0) {
      return image;
    }
    int width = image.width() - 2 * pixels;
    int height = image.height() - 2 * pixels;
    byte[] samples = new byte[width * height * RgbImage.CHANNELS];
    for (int y = 0; y < height; y++) {
      int from = ((y + pixels) * image.width() + pixels) * RgbImage.CHANNELS;
      System.arraycopy(
          image.samples(), from, samples, y * width * RgbImage.CHANNELS, width * RgbImage.CHANNELS);
    }
    return new RgbImage(width, height, samples);
  }

  /** The place of a pixel outside 0..length-1, mirrored at the border as often as needed. */
  private static int reflected(int index, int length) {
    int period = Math.max(1, 2 * (length - 1));
    int position = Math.floorMod(index, period);
    return position < length ? position : period - position;
  }
}
