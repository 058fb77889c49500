package io.github.styletransfer.image.read;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.profile.SrgbConversion;

/** A conversion of RGB for grey samples. */
final class GreyAsRgb implements SrgbConversion {
  private final SrgbConversion conversion;

  GreyAsRgb(SrgbConversion conversion) {
    this.conversion = conversion;
  }

  @Override
  public int components() {
    return 1;
  }

  @Override
  public void convert(short[] samples, byte[] srgb) {
    short[] rgb = new short[samples.length * RgbImage.CHANNELS];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = samples[i / RgbImage.CHANNELS];
    }
    conversion.convert(rgb, srgb);
  }

  @Override
  public void convert(byte[] samples, byte[] srgb) {
    byte[] rgb = new byte[samples.length * RgbImage.CHANNELS];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = samples[i / RgbImage.CHANNELS];
    }
    conversion.convert(rgb, srgb);
  }
}
