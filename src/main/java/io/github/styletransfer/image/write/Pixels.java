package io.github.styletransfer.image.write;

import io.github.styletransfer.image.AlphaChannel;
import io.github.styletransfer.image.BufferedImages;
import io.github.styletransfer.image.DeepImage;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Images as encoders take them: in the colours of a profile, with opacity. */
final class Pixels {
  private static final int MOST_OPACITY = 255;

  private Pixels() {}

  /** An image in 8 bits; one without profile and opacity shares its samples. */
  static BufferedImage of(RgbImage image, FileSettings settings) {
    return settings.profile().isEmpty() && settings.alpha().isEmpty()
        ? BufferedImages.of(image)
        : converted(DeepImage.of(image), settings, DataBuffer.TYPE_BYTE);
  }

  /**
   * An image in 8 or 16 bits.
   *
   * @param type of samples, that of bytes or of unsigned 16-bit numbers
   */
  static BufferedImage converted(DeepImage image, FileSettings settings, int type) {
    ImageSize size = image.size();
    Optional<byte[]> opacity = settings.alpha().map(AlphaChannel::values);
    boolean alpha = opacity.isPresent();
    int bands = RgbImage.CHANNELS + (alpha ? 1 : 0);
    WritableRaster raster =
        Raster.createInterleavedRaster(type, size.width(), size.height(), bands, null);
    @Nullable ColorConvertOp conversion = settings.profile().map(Pixels::fromSrgb).orElse(null);
    WritableRaster row = row(size.width());
    WritableRaster converted = row(size.width());
    int[] samples = new int[size.width() * RgbImage.CHANNELS];
    int[] pixels = new int[size.width() * bands];
    for (int y = 0; y < size.height(); y++) {
      take(image, y, opacity, samples);
      if (conversion != null) {
        row.setPixels(0, 0, size.width(), 1, samples);
        conversion.filter(row, converted);
        converted.getPixels(0, 0, size.width(), 1, samples);
      }
      put(samples, type, opacity, y, pixels);
      raster.setPixels(0, y, size.width(), 1, pixels);
    }
    ColorSpace space =
        settings
            .profile()
            .<ColorSpace>map(ICC_ColorSpace::new)
            .orElse(ColorSpace.getInstance(ColorSpace.CS_sRGB));
    int transparency = alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE;
    return new BufferedImage(
        new ComponentColorModel(space, alpha, false, transparency, type), raster, false, null);
  }

  /**
   * Whether colours can be converted to a profile.
   *
   * @param profile of any kind
   */
  static boolean isUsable(ICC_Profile profile) {
    try {
      if (profile.getColorSpaceType() != ColorSpace.TYPE_RGB) {
        return false;
      }
      fromSrgb(profile).filter(row(1), row(1));
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static ColorConvertOp fromSrgb(ICC_Profile profile) {
    ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    return new ColorConvertOp(new ICC_Profile[] {srgb, profile}, null);
  }

  private static WritableRaster row(int width) {
    return Raster.createInterleavedRaster(
        DataBuffer.TYPE_USHORT, width, 1, RgbImage.CHANNELS, null);
  }

  /** A row's samples, without the white that shines through them. */
  private static void take(DeepImage image, int y, Optional<byte[]> opacity, int[] samples) {
    int start = y * samples.length;
    for (int i = 0; i < samples.length; i++) {
      samples[i] = Short.toUnsignedInt(image.samples()[start + i]);
    }
    if (opacity.isEmpty()) {
      return;
    }
    int first = y * samples.length / RgbImage.CHANNELS;
    for (int i = 0; i < samples.length; i++) {
      int share = Byte.toUnsignedInt(opacity.get()[first + i / RgbImage.CHANNELS]);
      if (share > 0) {
        long white = (long) DeepImage.MOST * (MOST_OPACITY - share);
        long own = (long) samples[i] * MOST_OPACITY - white + share / 2;
        samples[i] = (int) Math.max(0, Math.min(DeepImage.MOST, own / share));
      }
    }
  }

  private static void put(int[] samples, int type, Optional<byte[]> opacity, int y, int[] pixels) {
    int width = samples.length / RgbImage.CHANNELS;
    int bands = pixels.length / width;
    boolean bytes = type == DataBuffer.TYPE_BYTE;
    for (int x = 0; x < width; x++) {
      for (int i = 0; i < RgbImage.CHANNELS; i++) {
        int sample = samples[x * RgbImage.CHANNELS + i];
        pixels[x * bands + i] = bytes ? (sample + DeepImage.STEPS / 2) / DeepImage.STEPS : sample;
      }
      if (opacity.isPresent()) {
        int share = Byte.toUnsignedInt(opacity.get()[y * width + x]);
        pixels[x * bands + RgbImage.CHANNELS] = bytes ? share : share * DeepImage.STEPS;
      }
    }
  }
}
