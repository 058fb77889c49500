package io.github.styletransfer.image.profile;

import com.twelvemonkeys.imageio.color.ColorProfiles;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Conversion from the colours of an ICC profile by the JDK's colour management, with black-point
 * compensation ({@link BlackPoint}), which that lacks.
 */
public final class IccConversion implements SrgbConversion {
  private static final Logger LOG = LoggerFactory.getLogger(IccConversion.class);
  private static final int CHANNELS = 3;

  private final int components;
  private final ColorConvertOp toSrgb;
  private final BlackPoint black;
  private final Widener widener = new Widener();
  private WritableRaster line;
  private WritableRaster converted;

  private IccConversion(ICC_Profile profile) {
    this.components = profile.getNumComponents();
    this.toSrgb = operation(profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB));
    this.black = BlackPoint.of(profile);
    this.line = raster(DataBuffer.TYPE_USHORT, 1, components);
    this.converted = raster(DataBuffer.TYPE_USHORT, 1, CHANNELS);
  }

  /**
   * The conversion of a profile as a file holds it.
   *
   * @return none when the profile can't be used
   */
  public static Optional<SrgbConversion> of(byte[] profile) {
    try {
      return of(ColorProfiles.createProfile(profile));
    } catch (RuntimeException e) {
      // The JDK says so in several ways.
      LOG.debug("Not a colour profile", e);
      return Optional.empty();
    }
  }

  /**
   * The conversion of a profile.
   *
   * @return none when the profile can't be used
   */
  public static Optional<SrgbConversion> of(ICC_Profile profile) {
    try {
      IccConversion conversion = new IccConversion(asPress(profile));
      conversion.convert(new short[conversion.components], new byte[CHANNELS]);
      return Optional.of(conversion);
    } catch (RuntimeException e) {
      // The JDK says so in several ways, and only once it converts a pixel.
      LOG.debug("No usable colour profile", e);
      return Optional.empty();
    }
  }

  /**
   * A profile of ink as one of a press, whose colours the JDK renders relative to its paper.
   * TwelveMonkeys' JPEG decoder makes a display of it.
   */
  private static ICC_Profile asPress(ICC_Profile profile) {
    if (profile.getColorSpaceType() != ColorSpace.TYPE_CMYK
        || profile.getProfileClass() != ICC_Profile.CLASS_DISPLAY) {
      return profile;
    }
    byte[] data = profile.getData();
    ByteBuffer.wrap(data).putInt(ICC_Profile.icHdrDeviceClass, ICC_Profile.icSigOutputClass);
    return ICC_Profile.getInstance(data);
  }

  static ColorConvertOp operation(ICC_Profile from, ICC_Profile to) {
    return new ColorConvertOp(new ICC_Profile[] {from, to}, null);
  }

  static WritableRaster raster(int type, int width, int bands) {
    return Raster.createInterleavedRaster(type, width, 1, bands, null);
  }

  @Override
  public int components() {
    return components;
  }

  @Override
  public void convert(short[] samples, byte[] srgb) {
    int width = convert(DataBuffer.TYPE_USHORT, samples, samples.length);
    short[] values = (short[]) converted.getDataElements(0, 0, width, 1, null);
    for (int i = 0; i < srgb.length; i++) {
      srgb[i] = black.sample(values[i]);
    }
  }

  @Override
  public void convert(byte[] samples, byte[] srgb) {
    if (black.isBlack()) {
      int width = convert(DataBuffer.TYPE_BYTE, samples, samples.length);
      converted.getDataElements(0, 0, width, 1, srgb);
      return;
    }
    convert(widener.widen(samples), srgb);
  }

  private int convert(int type, Object samples, int length) {
    int width = length / components;
    if (line.getTransferType() != type || line.getWidth() != width) {
      line = raster(type, width, components);
      converted = raster(type, width, CHANNELS);
    }
    line.setDataElements(0, 0, width, 1, samples);
    toSrgb.filter(line, converted);
    return width;
  }
}
