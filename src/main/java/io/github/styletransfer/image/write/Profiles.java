package io.github.styletransfer.image.write;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;

/** The colour profiles of images that are written. */
final class Profiles {
  private Profiles() {}

  static boolean isSrgb(BufferedImage image) {
    return image.getColorModel().getColorSpace().isCS_sRGB();
  }

  /** The bytes of an image's profile. */
  static byte[] bytes(BufferedImage image) {
    ColorSpace space = image.getColorModel().getColorSpace();
    return space instanceof ICC_ColorSpace icc
        ? icc.getProfile().getData()
        : ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
  }
}
