package io.github.styletransfer.image.read;

import com.twelvemonkeys.imageio.color.ColorSpaces;
import java.awt.color.ColorSpace;
import java.awt.image.ColorModel;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageTypeSpecifier;

/**
 * Has TwelveMonkeys' decoders give samples as they are stored where they would change their
 * colours, or take another sample for opacity.
 */
final class RawSamples {
  private static final Set<ImageFormat> FORMATS =
      EnumSet.of(ImageFormat.JPEG, ImageFormat.TIFF, ImageFormat.PSD);

  private RawSamples() {}

  /** How to read the first image of a file. */
  static ImageReadParam param(javax.imageio.ImageReader reader, ImageFormat format)
      throws IOException {
    ImageReadParam param = reader.getDefaultReadParam();
    if (FORMATS.contains(format)) {
      ImageTypeSpecifier raw = reader.getRawImageType(0);
      if (raw != null && (format == ImageFormat.TIFF ? hasOtherSamples(raw) : hasProfile(raw))) {
        param.setDestinationType(raw);
      }
    }
    return param;
  }

  private static boolean hasProfile(ImageTypeSpecifier raw) {
    ColorSpace space = raw.getColorModel().getColorSpace();
    return !space.isCS_sRGB()
        && space != ColorSpace.getInstance(ColorSpace.CS_GRAY)
        && space.getType() != ColorSpace.TYPE_3CLR
        && space != ColorSpaces.getColorSpace(ColorSpaces.CS_GENERIC_CMYK);
  }

  /** Whether there are samples beside colours and straight opacity. */
  private static boolean hasOtherSamples(ImageTypeSpecifier raw) {
    ColorModel model = raw.getColorModel();
    int known = model.getColorSpace().getNumComponents() + (model.hasAlpha() ? 1 : 0);
    return raw.getNumBands() > known || model.isAlphaPremultiplied();
  }
}
