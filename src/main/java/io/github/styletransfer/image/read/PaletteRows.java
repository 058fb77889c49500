package io.github.styletransfer.image.read;

import io.github.styletransfer.image.RgbImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;

/** Rows stored as indices into a palette; those that it lacks are black. */
final class PaletteRows implements PixelRows {
  private final Raster raster;
  private final IndexColorModel palette;
  private final byte[] colours;
  private final int[] indices;

  /**
   * Rows of an indexed image.
   *
   * @param raster the indices
   * @param palette the palette, used for opacity only
   * @param colours the palette's colours in sRGB, laid over white, interleaved
   */
  PaletteRows(Raster raster, IndexColorModel palette, byte[] colours) {
    this.raster = raster;
    this.palette = palette;
    this.colours = colours;
    this.indices = new int[raster.getWidth()];
  }

  @Override
  public boolean read(int y, byte[] rgb, byte[] opacities) {
    raster.getSamples(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, 0, indices);
    boolean transparent = false;
    int sample = 0;
    for (int index : indices) {
      int opacity = index < palette.getMapSize() ? palette.getAlpha(index) : MAX_BYTE;
      transparent |= opacity < MAX_BYTE;
      opacities[sample / RgbImage.CHANNELS] = (byte) opacity;
      if (index < palette.getMapSize()) {
        System.arraycopy(colours, index * RgbImage.CHANNELS, rgb, sample, RgbImage.CHANNELS);
      } else {
        Arrays.fill(rgb, sample, sample + RgbImage.CHANNELS, (byte) 0);
      }
      sample += RgbImage.CHANNELS;
    }
    return transparent;
  }
}
