package io.github.styletransfer.retouch;

import io.github.styletransfer.image.DeepImage;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;

/**
 * Says of each pixel how much of it is painted: all where it is white, nothing where it is black.
 */
public final class Mask {
  private static final int WHOLE = 255;
  private static final int RED = 299;
  private static final int GREEN = 587;
  private static final int BLUE = 114;

  private final ImageSize size;
  private final byte[] shares;

  private Mask(ImageSize size, byte[] shares) {
    this.size = size;
    this.shares = shares;
  }

  /** The brightness of an image's samples. */
  public static Mask of(RgbImage image) {
    byte[] samples = image.samples();
    byte[] shares = new byte[samples.length / RgbImage.CHANNELS];
    for (int i = 0; i < shares.length; i++) {
      int at = i * RgbImage.CHANNELS;
      int sum =
          RED * Byte.toUnsignedInt(samples[at])
              + GREEN * Byte.toUnsignedInt(samples[at + 1])
              + BLUE * Byte.toUnsignedInt(samples[at + 2]);
      shares[i] = (byte) ((sum + (RED + GREEN + BLUE) / 2) / (RED + GREEN + BLUE));
    }
    return new Mask(image.size(), shares);
  }

  /** Whether it is black all over. */
  public boolean isBlack() {
    for (byte share : shares) {
      if (share != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * The picture where this is white, the photo where it is black, both to the byte, and a mixture
   * of their samples in between.
   *
   * @param picture of this mask's size
   * @param photo of the same size
   * @throws IllegalArgumentException if a size differs
   */
  RgbImage blended(RgbImage picture, RgbImage photo) {
    if (!picture.size().equals(size) || !photo.size().equals(size)) {
      throw new IllegalArgumentException("the mask is for images of " + size);
    }
    byte[] painted = picture.samples();
    byte[] seen = photo.samples();
    byte[] result = new byte[painted.length];
    for (int i = 0; i < result.length; i++) {
      int share = Byte.toUnsignedInt(shares[i / RgbImage.CHANNELS]);
      int sum =
          share * Byte.toUnsignedInt(painted[i]) + (WHOLE - share) * Byte.toUnsignedInt(seen[i]);
      result[i] = (byte) ((sum + WHOLE / 2) / WHOLE);
    }
    return new RgbImage(picture.width(), picture.height(), result);
  }

  /** The same of a picture in 16 bits. */
  DeepImage blended(DeepImage picture, RgbImage photo) {
    if (!picture.size().equals(size) || !photo.size().equals(size)) {
      throw new IllegalArgumentException("the mask is for images of " + size);
    }
    short[] painted = picture.samples();
    byte[] seen = photo.samples();
    short[] result = new short[painted.length];
    for (int i = 0; i < result.length; i++) {
      int share = Byte.toUnsignedInt(shares[i / RgbImage.CHANNELS]);
      int sum =
          share * Short.toUnsignedInt(painted[i])
              + (WHOLE - share) * Byte.toUnsignedInt(seen[i]) * DeepImage.STEPS;
      result[i] = (short) ((sum + WHOLE / 2) / WHOLE);
    }
    return new DeepImage(size, result);
  }
}
