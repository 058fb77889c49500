package io.github.styletransfer.color;

import io.github.styletransfer.image.DeepImage;
import io.github.styletransfer.image.RgbImage;

/**
 * Gives a picture the colours of the photo that it was painted from: the picture's lightness and
 * the photo's chroma, pixel by pixel in {@link Oklab}. Where a colour of that lightness and chroma
 * can't be shown, it keeps lightness and hue, and gets as much of the chroma as can be.
 */
public final class KeptColors {
  private static final int CHANNELS = RgbImage.CHANNELS;

  /** How far outside 0..1 light may be to count as inside: less than any step of a sample. */
  private static final double TOLERANCE = 1e-5;

  /** Bisections of the share of the chroma: more than 8-bit samples can tell apart. */
  private static final int BISECTIONS = 12;

  /** The same for 16-bit samples. */
  private static final int DEEP_BISECTIONS = 20;

  private KeptColors() {}

  /**
   * The picture in the photo's colours.
   *
   * @param picture whose lightness is kept
   * @param photo whose chroma is kept, of the same size
   * @throws IllegalArgumentException if the sizes differ
   */
  public static RgbImage of(RgbImage picture, RgbImage photo) {
    if (!picture.size().equals(photo.size())) {
      throw new IllegalArgumentException(
          "a picture of " + picture.size() + " from a photo of " + photo.size());
    }
    byte[] painted = picture.samples();
    byte[] seen = photo.samples();
    byte[] result = new byte[painted.length];
    double[] color = new double[CHANNELS];
    for (int at = 0; at < result.length; at += CHANNELS) {
      lab(painted, at, color);
      double lightness = color[0];
      lab(seen, at, color);
      show(lightness, color[1], color[2], color, BISECTIONS);
      for (int i = 0; i < CHANNELS; i++) {
        result[at + i] = Srgb.sample(color[i]);
      }
    }
    return new RgbImage(picture.width(), picture.height(), result);
  }

  /** The same of a picture in 16 bits, with as many in the result. */
  public static DeepImage of(DeepImage picture, RgbImage photo) {
    if (!picture.size().equals(photo.size())) {
      throw new IllegalArgumentException(
          "a picture of " + picture.size() + " from a photo of " + photo.size());
    }
    short[] painted = picture.samples();
    byte[] seen = photo.samples();
    short[] result = new short[painted.length];
    double[] color = new double[CHANNELS];
    for (int at = 0; at < result.length; at += CHANNELS) {
      for (int i = 0; i < CHANNELS; i++) {
        color[i] = Srgb.linear(Short.toUnsignedInt(painted[at + i]) / (double) DeepImage.MOST);
      }
      Oklab.fromLinear(color);
      double lightness = color[0];
      lab(seen, at, color);
      show(lightness, color[1], color[2], color, DEEP_BISECTIONS);
      for (int i = 0; i < CHANNELS; i++) {
        result[at + i] = (short) Math.round(Srgb.encoded(color[i]) * DeepImage.MOST);
      }
    }
    return new DeepImage(picture.size(), result);
  }

  private static void lab(byte[] samples, int at, double[] color) {
    for (int i = 0; i < CHANNELS; i++) {
      color[i] = Srgb.linear(samples[at + i]);
    }
    Oklab.fromLinear(color);
  }

  /** Makes linear sRGB of a colour, with less chroma if need be. */
  private static void show(double lightness, double a, double b, double[] color, int bisections) {
    if (isShown(lightness, a, b, color)) {
      return;
    }
    double most = 0;
    double tooMuch = 1;
    for (int i = 0; i < bisections; i++) {
      double share = (most + tooMuch) / 2;
      if (isShown(lightness, share * a, share * b, color)) {
        most = share;
      } else {
        tooMuch = share;
      }
    }
    isShown(lightness, most * a, most * b, color);
  }

  /** Makes linear sRGB of a colour; returns whether it is in range. */
  private static boolean isShown(double lightness, double a, double b, double[] color) {
    color[0] = lightness;
    color[1] = a;
    color[2] = b;
    Oklab.toLinear(color);
    for (double value : color) {
      if (value < -TOLERANCE || value > 1 + TOLERANCE) {
        return false;
      }
    }
    return true;
  }
}
