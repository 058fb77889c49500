package io.github.styletransfer.image.read;

import com.twelvemonkeys.imageio.color.ColorSpaces;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Orientation;
import io.github.styletransfer.image.RgbImage;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import javax.imageio.IIOException;
import org.jspecify.annotations.Nullable;

/** Turns a decoded image into an upright one of sRGB samples, row by row to save memory. */
final class PixelConverter {
  private final ImageSize stored;
  private final PixelRows rows;
  private boolean transparent;

  /**
   * Chooses the conversion that fits an image.
   *
   * @param image the decoded image, not turned upright yet
   * @param profile the profile of its colours when the decoder left it unused
   * @throws IIOException when its samples aren't whole numbers of at most 16 bits
   */
  PixelConverter(BufferedImage image, @Nullable ICC_Profile profile) throws IIOException {
    this.stored = new ImageSize(image.getWidth(), image.getHeight());
    this.rows = rows(image, profile);
  }

  /** Converts all pixels. */
  RgbImage convert(Orientation orientation) {
    ImageSize upright = orientation.upright(stored);
    byte[] samples = new byte[Math.toIntExact(upright.pixels() * RgbImage.CHANNELS)];
    byte[] row = new byte[stored.width() * RgbImage.CHANNELS];
    int step = orientation.step(stored) * RgbImage.CHANNELS;
    for (int y = 0; y < stored.height(); y++) {
      transparent |= rows.read(y, row);
      int target = orientation.indexOfRow(stored, y) * RgbImage.CHANNELS;
      for (int i = 0; i < row.length; i += RgbImage.CHANNELS) {
        samples[target] = row[i];
        samples[target + 1] = row[i + 1];
        samples[target + 2] = row[i + 2];
        target += step;
      }
    }
    return new RgbImage(upright.width(), upright.height(), samples);
  }

  /** Whether the pixels converted so far had transparency, which was laid over white. */
  boolean hadTransparency() {
    return transparent;
  }

  private static PixelRows rows(BufferedImage image, @Nullable ICC_Profile profile)
      throws IIOException {
    if (image.getColorModel() instanceof IndexColorModel palette) {
      return new PaletteRows(image.getRaster(), palette, colors(palette, profile));
    }
    ColorModel model = image.getColorModel();
    if (!(model instanceof ComponentColorModel) || model.isAlphaPremultiplied()) {
      return new ColorModelRows(image);
    }
    int type = model.getTransferType();
    if (type != DataBuffer.TYPE_BYTE && type != DataBuffer.TYPE_USHORT) {
      throw new IIOException("Unsupported type of samples: " + type);
    }
    Raster raster = image.getRaster();
    ColorSpace space = colorSpace(model, profile);
    if (space.isCS_sRGB() || space.getType() == ColorSpace.TYPE_GRAY) {
      return new SampleRows(raster, model.hasAlpha());
    }
    if (space instanceof ICC_ColorSpace icc) {
      return new ProfileRows(raster, model.hasAlpha(), toSrgb(icc.getProfile()));
    }
    return new ColorModelRows(image);
  }

  private static byte[] colors(IndexColorModel palette, @Nullable ICC_Profile profile)
      throws IIOException {
    int size = palette.getMapSize();
    int[] argb = new int[size];
    palette.getRGBs(argb);
    BufferedImage line = new BufferedImage(size, 1, BufferedImage.TYPE_4BYTE_ABGR);
    line.setRGB(0, 0, size, 1, argb, 0, size);
    byte[] rgb = new byte[size * RgbImage.CHANNELS];
    rows(line, profile).read(0, rgb);
    return rgb;
  }

  private static ColorSpace colorSpace(ColorModel model, @Nullable ICC_Profile profile) {
    ColorSpace own = model.getColorSpace();
    return profile != null && profile.getColorSpaceType() == own.getType()
        ? ColorSpaces.createColorSpace(profile)
        : own;
  }

  private static ColorConvertOp toSrgb(ICC_Profile profile) {
    ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    return new ColorConvertOp(new ICC_Profile[] {profile, srgb}, null);
  }
}
