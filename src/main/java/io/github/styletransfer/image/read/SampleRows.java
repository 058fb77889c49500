package io.github.styletransfer.image.read;

import io.github.styletransfer.image.RgbImage;
import java.awt.image.Raster;

/**
 * Rows stored as grey or sRGB samples of 8 or 16 bits, with or without alpha. Grey values are taken
 * as they are: the JDK's own conversion would change their brightness.
 */
final class SampleRows implements PixelRows {
  private final Raster raster;
  private final boolean alpha;
  private final int max;
  private final int[] samples;

  SampleRows(Raster raster, boolean alpha) {
    this.raster = raster;
    this.alpha = alpha;
    this.max = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
    this.samples = new int[raster.getWidth() * raster.getNumBands()];
  }

  @Override
  public boolean read(int y, byte[] rgb) {
    raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, samples);
    int bands = raster.getNumBands();
    int colours = alpha ? bands - 1 : bands;
    int toGreen = colours < RgbImage.CHANNELS ? 0 : 1;
    int toBlue = colours < RgbImage.CHANNELS ? 0 : 2;
    boolean transparent = false;
    int index = 0;
    for (int pixel = 0; pixel < samples.length; pixel += bands) {
      int opacity = alpha ? samples[pixel + colours] : max;
      transparent |= opacity < max;
      rgb[index] = PixelRows.overWhite(samples[pixel], opacity, max);
      rgb[index + 1] = PixelRows.overWhite(samples[pixel + toGreen], opacity, max);
      rgb[index + 2] = PixelRows.overWhite(samples[pixel + toBlue], opacity, max);
      index += RgbImage.CHANNELS;
    }
    return transparent;
  }
}
