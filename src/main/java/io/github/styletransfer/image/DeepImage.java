package io.github.styletransfer.image;

/**
 * A colour image of 16-bit sRGB samples, arranged as those of {@link RgbImage}. The array isn't
 * copied; nobody changes it once the image exists.
 */
public final class DeepImage {
  /** Steps of a 16-bit sample in one of 8 bits. */
  public static final int STEPS = 257;

  /** The largest sample. */
  public static final int MOST = 0xffff;

  private final ImageSize size;
  private final short[] samples;

  /**
   * Takes over an array of samples.
   *
   * @param samples height x width x 3 unsigned numbers, which the caller no longer changes
   * @throws IllegalArgumentException when the array hasn't the length that the size gives
   */
  public DeepImage(ImageSize size, short[] samples) {
    if (samples.length != RgbImage.CHANNELS * size.pixels()) {
      throw new IllegalArgumentException(size + " doesn't have " + samples.length + " samples");
    }
    this.size = size;
    this.samples = samples;
  }

  /** The same image in more bits. */
  public static DeepImage of(RgbImage image) {
    byte[] samples = image.samples();
    short[] deep = new short[samples.length];
    for (int i = 0; i < deep.length; i++) {
      deep[i] = (short) (Byte.toUnsignedInt(samples[i]) * STEPS);
    }
    return new DeepImage(image.size(), deep);
  }

  /** Its width and height. */
  public ImageSize size() {
    return size;
  }

  /** The samples themselves, not a copy: H x W x 3 unsigned numbers, which must not be changed. */
  public short[] samples() {
    return samples;
  }
}
