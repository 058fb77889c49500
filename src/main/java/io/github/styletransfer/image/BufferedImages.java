package io.github.styletransfer.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Images as the JDK's encoders and its Java2D take them. */
public final class BufferedImages {
  private BufferedImages() {}

  /**
   * The image's samples as an image of the JDK, which shares their array and must not be drawn on.
   */
  public static BufferedImage of(RgbImage image) {
    int width = image.width();
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(image.samples(), image.samples().length),
            width,
            image.height(),
            width * RgbImage.CHANNELS,
            RgbImage.CHANNELS,
            new int[] {0, 1, 2},
            null);
    ComponentColorModel colours =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            ComponentColorModel.OPAQUE,
            DataBuffer.TYPE_BYTE);
    return new BufferedImage(colours, raster, false, null);
  }
}
