package io.github.styletransfer.image.read;

import io.github.styletransfer.image.RgbImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.stream.IntStream;

/** Rows stored in the colours of an ICC profile, with or without alpha. */
final class ProfileRows implements PixelRows {
  private final Raster raster;
  private final boolean alpha;
  private final ColorConvertOp toSrgb;
  private final WritableRaster converted;
  private final int[] colorBands;
  private final int max;
  private final int[] opacities;

  ProfileRows(Raster raster, boolean alpha, ColorConvertOp toSrgb) {
    this.raster = raster;
    this.alpha = alpha;
    this.toSrgb = toSrgb;
    this.converted =
        Raster.createInterleavedRaster(
            DataBuffer.TYPE_BYTE, raster.getWidth(), 1, RgbImage.CHANNELS, null);
    this.colorBands = IntStream.range(0, raster.getNumBands() - (alpha ? 1 : 0)).toArray();
    this.max = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
    this.opacities = new int[raster.getWidth()];
  }

  @Override
  public boolean read(int y, byte[] rgb) {
    int width = raster.getWidth();
    toSrgb.filter(
        raster.createChild(raster.getMinX(), raster.getMinY() + y, width, 1, 0, 0, colorBands),
        converted);
    converted.getDataElements(0, 0, width, 1, rgb);
    if (!alpha) {
      return false;
    }
    raster.getSamples(
        raster.getMinX(), raster.getMinY() + y, width, 1, colorBands.length, opacities);
    boolean transparent = false;
    for (int i = 0; i < rgb.length; i++) {
      int opacity = opacities[i / RgbImage.CHANNELS];
      transparent |= opacity < max;
      int sample = Byte.toUnsignedInt(rgb[i]) * (max / MAX_BYTE);
      rgb[i] = PixelRows.overWhite(sample, opacity, max);
    }
    return transparent;
  }
}
