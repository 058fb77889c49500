package io.github.styletransfer.image.read;

import io.github.styletransfer.image.AlphaChannel;
import io.github.styletransfer.image.RgbImage;

/** Opaque rows whose opacity lies elsewhere in their file. */
final class VeiledRows implements PixelRows {
  private final PixelRows colors;
  private final AlphaChannel opacity;

  VeiledRows(PixelRows colors, AlphaChannel opacity) {
    this.colors = colors;
    this.opacity = opacity;
  }

  @Override
  public boolean read(int y, byte[] rgb, byte[] opacities) {
    colors.read(y, rgb, opacities);
    System.arraycopy(opacity.values(), y * opacities.length, opacities, 0, opacities.length);
    boolean transparent = false;
    for (int i = 0; i < rgb.length; i++) {
      int value = Byte.toUnsignedInt(opacities[i / RgbImage.CHANNELS]);
      transparent |= value < MAX_BYTE;
      rgb[i] = PixelRows.overWhite(Byte.toUnsignedInt(rgb[i]), value, MAX_BYTE);
    }
    return transparent;
  }
}
