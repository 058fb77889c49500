package io.github.styletransfer.image.read;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.profile.SrgbConversion;

/** Rows stored in colours that are to be converted, with or without alpha. */
final class ConvertedRows implements PixelRows {
  private static final int MAX_SHORT = 65_535;

  private final RowSamples stored;
  private final Opacity alpha;
  private final SrgbConversion conversion;
  private final int colors;
  private final byte[] bytes;
  private final short[] shorts;

  /**
   * Rows of samples that are converted.
   *
   * @param stored the samples: colours, then opacity if there is one, then others, which don't
   *     count
   * @param width pixels of a row
   */
  ConvertedRows(RowSamples stored, int width, Opacity alpha, SrgbConversion conversion) {
    this.stored = stored;
    this.alpha = alpha;
    this.conversion = conversion;
    this.colors = conversion.components();
    boolean small = stored.max() == MAX_BYTE && alpha != Opacity.PREMULTIPLIED;
    this.bytes = new byte[small ? width * colors : 0];
    this.shorts = new short[small ? 0 : width * colors];
  }

  @Override
  public boolean read(int y, byte[] rgb, byte[] opacities) {
    int[] samples = stored.read(y);
    if (bytes.length > 0) {
      pack(samples);
      conversion.convert(bytes, rgb);
    } else {
      widen(samples);
      conversion.convert(shorts, rgb);
    }
    return alpha != Opacity.NONE && layOverWhite(samples, rgb, opacities);
  }

  private void pack(int[] samples) {
    int index = 0;
    for (int pixel = 0; pixel < samples.length; pixel += stored.bands()) {
      for (int i = 0; i < colors; i++) {
        bytes[index++] = (byte) samples[pixel + i];
      }
    }
  }

  /** Scales the colours to 16 bits; those that are multiplied by opacity are divided again. */
  private void widen(int[] samples) {
    int index = 0;
    for (int pixel = 0; pixel < samples.length; pixel += stored.bands()) {
      int white = alpha == Opacity.PREMULTIPLIED ? samples[pixel + colors] : stored.max();
      for (int i = 0; i < colors; i++) {
        long sample = Math.min(samples[pixel + i], white);
        shorts[index++] =
            (short) (white == 0 ? MAX_SHORT : (sample * MAX_SHORT + white / 2) / white);
      }
    }
  }

  private boolean layOverWhite(int[] samples, byte[] rgb, byte[] opacities) {
    int max = stored.max();
    boolean transparent = false;
    int pixel = colors;
    for (int i = 0; i < rgb.length; i += RgbImage.CHANNELS) {
      int opacity = samples[pixel];
      transparent |= opacity < max;
      opacities[i / RgbImage.CHANNELS] = PixelRows.toByte(opacity, max);
      for (int j = i; j < i + RgbImage.CHANNELS; j++) {
        long mixed =
            (long) Byte.toUnsignedInt(rgb[j]) * opacity + (long) MAX_BYTE * (max - opacity);
        rgb[j] = (byte) ((mixed + max / 2) / max);
      }
      pixel += stored.bands();
    }
    return transparent;
  }
}
