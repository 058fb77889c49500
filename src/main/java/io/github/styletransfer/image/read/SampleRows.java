package io.github.styletransfer.image.read;

import io.github.styletransfer.image.RgbImage;

/**
 * Rows stored as grey or sRGB samples, with or without alpha. Grey values are taken as they are:
 * the JDK's own conversion would change their brightness.
 */
final class SampleRows implements PixelRows {
  private final RowSamples stored;
  private final int colors;
  private final Opacity alpha;

  /**
   * Rows of samples that aren't converted.
   *
   * @param stored the samples: colours, then opacity if there is one, then others, which don't
   *     count
   * @param colors 1 for grey, 3 for RGB
   */
  SampleRows(RowSamples stored, int colors, Opacity alpha) {
    this.stored = stored;
    this.colors = colors;
    this.alpha = alpha;
  }

  @Override
  public boolean read(int y, byte[] rgb, byte[] opacities) {
    int[] samples = stored.read(y);
    int max = stored.max();
    int bands = stored.bands();
    int toGreen = colors < RgbImage.CHANNELS ? 0 : 1;
    int toBlue = colors < RgbImage.CHANNELS ? 0 : 2;
    boolean transparent = false;
    int index = 0;
    for (int pixel = 0; pixel < samples.length; pixel += bands) {
      int opacity = alpha == Opacity.NONE ? max : samples[pixel + colors];
      transparent |= opacity < max;
      opacities[index / RgbImage.CHANNELS] = PixelRows.toByte(opacity, max);
      rgb[index] = overWhite(samples[pixel], opacity, max);
      rgb[index + 1] = overWhite(samples[pixel + toGreen], opacity, max);
      rgb[index + 2] = overWhite(samples[pixel + toBlue], opacity, max);
      index += RgbImage.CHANNELS;
    }
    return transparent;
  }

  private byte overWhite(int sample, int opacity, int max) {
    return alpha == Opacity.PREMULTIPLIED
        ? PixelRows.overWhite(Math.min(sample + max - opacity, max), max, max)
        : PixelRows.overWhite(sample, opacity, max);
  }
}
