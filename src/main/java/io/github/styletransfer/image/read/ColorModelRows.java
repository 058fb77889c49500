package io.github.styletransfer.image.read;

import io.github.styletransfer.image.RgbImage;
import java.awt.image.BufferedImage;

/** Rows that the image's own colour model converts: slow, but for every model. */
final class ColorModelRows implements PixelRows {
  private final BufferedImage image;
  private final int[] pixels;

  ColorModelRows(BufferedImage image) {
    this.image = image;
    this.pixels = new int[image.getWidth()];
  }

  @Override
  public boolean read(int y, byte[] rgb, byte[] opacities) {
    image.getRGB(0, y, pixels.length, 1, pixels, 0, pixels.length);
    boolean transparent = false;
    int index = 0;
    for (int pixel : pixels) {
      int opacity = pixel >>> 24;
      transparent |= opacity < MAX_BYTE;
      opacities[index / RgbImage.CHANNELS] = (byte) opacity;
      rgb[index] = PixelRows.overWhite(pixel >> 16 & MAX_BYTE, opacity, MAX_BYTE);
      rgb[index + 1] = PixelRows.overWhite(pixel >> 8 & MAX_BYTE, opacity, MAX_BYTE);
      rgb[index + 2] = PixelRows.overWhite(pixel & MAX_BYTE, opacity, MAX_BYTE);
      index += RgbImage.CHANNELS;
    }
    return transparent;
  }
}
