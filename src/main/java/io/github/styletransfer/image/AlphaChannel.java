package io.github.styletransfer.image;

/**
 * How opaque each pixel of an image is. The array isn't copied; nobody changes it once this exists.
 */
public final class AlphaChannel {
  private final ImageSize size;
  private final byte[] values;

  /**
   * Takes over an array.
   *
   * @param values height x width unsigned bytes, 255 for an opaque pixel, which the caller no
   *     longer changes
   * @throws IllegalArgumentException when the array hasn't the length that the size gives
   */
  public AlphaChannel(ImageSize size, byte[] values) {
    if (values.length != size.pixels()) {
      throw new IllegalArgumentException(size + " doesn't have " + values.length + " pixels");
    }
    this.size = size;
    this.values = values;
  }

  /** The width and height of the image. */
  public ImageSize size() {
    return size;
  }

  /** The values themselves, not a copy: H x W unsigned bytes, which must not be changed. */
  public byte[] values() {
    return values;
  }

  /** That of the image at another size. */
  public AlphaChannel resized(ImageSize newSize, Resampling resampling) {
    byte[] samples = new byte[values.length * RgbImage.CHANNELS];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = values[i / RgbImage.CHANNELS];
    }
    RgbImage grey = new RgbImage(size.width(), size.height(), samples);
    byte[] resized = Resizer.resize(grey, newSize.width(), newSize.height(), resampling).samples();
    byte[] result = new byte[resized.length / RgbImage.CHANNELS];
    for (int i = 0; i < result.length; i++) {
      result[i] = resized[i * RgbImage.CHANNELS];
    }
    return new AlphaChannel(newSize, result);
  }
}
