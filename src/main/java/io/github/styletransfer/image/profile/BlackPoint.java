package io.github.styletransfer.image.profile;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/**
 * Black-point compensation of one profile, as Adobe defines it and Little CMS does it: the darkest
 * neutral colour becomes sRGB's black, white stays, and light in between is scaled linearly. With a
 * neutral black, that is the same for each axis of XYZ, and so for linear red, green and blue.
 */
final class BlackPoint {
  private static final int MAX = 65_535;
  private static final int MAX_BYTE = 255;

  /** What the JDK's colour management makes of a Y of 1. */
  private static final double XYZ_ONE = 32_768;

  /** Less light is less than half a level of sRGB. */
  private static final double LEAST = 1.5e-4;

  /** The luminance of L* = 50: no black is brighter. */
  private static final double MOST = 0.184;

  private final boolean isBlack;
  private final byte[] samples = new byte[MAX + 1];

  private BlackPoint(double light) {
    this.isBlack = light == 0;
    for (int i = 0; i <= MAX; i++) {
      double value = (double) i / MAX;
      double compensated =
          isBlack
              ? value
              : TransferCurve.srgb(
                  Math.max(0, (TransferCurve.SRGB.light(value) - light) / (1 - light)));
      samples[i] = (byte) Math.round(compensated * MAX_BYTE);
    }
  }

  /**
   * The compensation for a profile's black.
   *
   * @throws RuntimeException when the profile can't be used
   */
  static BlackPoint of(ICC_Profile profile) {
    if (profile.getData(ICC_Profile.icSigAToB0Tag) == null
        || (isPress(profile) && profile.getData(ICC_Profile.icSigBToA0Tag) == null)) {
      return new BlackPoint(0);
    }
    double light = luminance(profile, darkest(profile));
    return new BlackPoint(light < LEAST || light > MOST ? 0 : light);
  }

  /** Whether the profile's black is sRGB's. */
  boolean isBlack() {
    return isBlack;
  }

  /** The compensated sample of 8 bits for one of 16 bits. */
  byte sample(short value) {
    return samples[value & MAX];
  }

  /** Samples of the darkest colour, of a press the darkest that its separation prints. */
  private static WritableRaster darkest(ICC_Profile profile) {
    WritableRaster black = raster(profile.getNumComponents());
    if (profile.getColorSpaceType() != ColorSpace.TYPE_CMYK) {
      return black;
    }
    if (isPress(profile)) {
      ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
      return IccConversion.operation(srgb, profile).filter(raster(srgb.getNumComponents()), black);
    }
    int[] ink = new int[profile.getNumComponents()];
    Arrays.fill(ink, MAX);
    black.setPixel(0, 0, ink);
    return black;
  }

  private static boolean isPress(ICC_Profile profile) {
    return profile.getColorSpaceType() == ColorSpace.TYPE_CMYK
        && profile.getProfileClass() == ICC_Profile.CLASS_OUTPUT;
  }

  private static double luminance(ICC_Profile profile, WritableRaster color) {
    ICC_Profile xyz = ICC_Profile.getInstance(ColorSpace.CS_CIEXYZ);
    WritableRaster result = raster(xyz.getNumComponents());
    IccConversion.operation(profile, xyz).filter(color, result);
    return result.getSample(0, 0, 1) / XYZ_ONE;
  }

  private static WritableRaster raster(int bands) {
    return IccConversion.raster(DataBuffer.TYPE_USHORT, 1, bands);
  }
}
