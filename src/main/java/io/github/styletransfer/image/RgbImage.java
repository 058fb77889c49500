package io.github.styletransfer.image;

/**
 * A colour image of 8-bit sRGB samples.
 *
 * <p>The samples are row-major and interleaved, H x W x 3: red, green and blue of the top left
 * pixel come first. Each is an unsigned byte, 0..255. The array isn't copied; nobody changes it
 * once the image exists.
 */
public final class RgbImage {
  /** Samples of one pixel: red, green, blue. */
  public static final int CHANNELS = 3;

  private final int width;
  private final int height;
  private final byte[] samples;

  /**
   * Takes over an array of samples.
   *
   * @param width pixels of a row, at least 1
   * @param height rows, at least 1
   * @param samples height x width x 3 unsigned bytes, which the caller no longer changes
   * @throws IllegalArgumentException when a size is below 1 or the array hasn't the length they
   *     give
   */
  public RgbImage(int width, int height, byte[] samples) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("An image needs pixels, not " + width + " x " + height);
    }
    if (samples.length != (long) CHANNELS * width * height) {
      throw new IllegalArgumentException(
          width + " x " + height + " pixels don't have " + samples.length + " samples");
    }
    this.width = width;
    this.height = height;
    this.samples = samples;
  }

  /** Pixels of a row. */
  public int width() {
    return width;
  }

  /** Number of rows. */
  public int height() {
    return height;
  }

  /** Both. */
  public ImageSize size() {
    return new ImageSize(width, height);
  }

  /** The samples themselves, not a copy: H x W x 3 unsigned bytes, which must not be changed. */
  public byte[] samples() {
    return samples;
  }
}
