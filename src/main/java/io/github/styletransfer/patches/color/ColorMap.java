package io.github.styletransfer.patches.color;

import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;

/** Changes the colours of a photo, each pixel by itself. */
public interface ColorMap {
  /**
   * Changes a colour, in place.
   *
   * @param rgb where its three values are, -1..1
   * @param at the index of the first
   */
  void apply(float[] rgb, int at);

  /** The image in the other colours. */
  default FloatImage of(FloatImage image, Bands bands) {
    float[] values = image.values().clone();
    int samples = image.width() * FloatImage.CHANNELS;
    bands.rows(
        image.height(),
        (first, end) -> {
          for (int at = first * samples; at < end * samples; at += FloatImage.CHANNELS) {
            apply(values, at);
          }
        });
    return new FloatImage(image.width(), image.height(), values);
  }
}
