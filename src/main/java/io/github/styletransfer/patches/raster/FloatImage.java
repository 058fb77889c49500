package io.github.styletransfer.patches.raster;

import io.github.styletransfer.image.DeepImage;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;

/** An image of single-precision numbers. */
public final class FloatImage {
  /** Samples of a pixel. */
  public static final int CHANNELS = RgbImage.CHANNELS;

  private static final float HALF_RANGE = 127.5f;

  private final int width;
  private final int height;
  private final float[] values;

  /**
   * Takes values without copying them.
   *
   * @param width in pixels
   * @param height in pixels
   * @param values RGB in -1..1, HWC: row by row, the samples of a pixel side by side; not copied
   * @throws IllegalArgumentException if there are not as many values as the size asks for
   */
  public FloatImage(int width, int height, float[] values) {
    if (values.length != (long) width * height * CHANNELS) {
      throw new IllegalArgumentException(
          values.length + " values for " + width + " x " + height + " pixels");
    }
    this.width = width;
    this.height = height;
    this.values = values;
  }

  /** The width in pixels. */
  public int width() {
    return width;
  }

  /** The height in pixels. */
  public int height() {
    return height;
  }

  /** RGB in -1..1, HWC: row by row, the samples of a pixel side by side. */
  public float[] values() {
    return values;
  }

  /** A black image, to be written to. */
  public FloatImage(int width, int height) {
    this(width, height, new float[Math.multiplyExact(Math.multiplyExact(width, height), CHANNELS)]);
  }

  /** The same image in numbers of -1..1. */
  public static FloatImage of(RgbImage image) {
    byte[] samples = image.samples();
    float[] values = new float[samples.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Byte.toUnsignedInt(samples[i]) / HALF_RANGE - 1;
    }
    return new FloatImage(image.width(), image.height(), values);
  }

  /** The same image in 8 bits, rounded; what is out of range is clipped. */
  public RgbImage toRgb() {
    byte[] samples = new byte[values.length];
    for (int i = 0; i < samples.length; i++) {
      float value = (values[i] + 1) * HALF_RANGE + 0.5f;
      samples[i] = (byte) (int) Math.max(0, Math.min(255, value));
    }
    return new RgbImage(width, height, samples);
  }

  /** The same image in 16 bits, rounded; what is out of range is clipped. */
  public DeepImage toDeep() {
    short[] samples = new short[values.length];
    for (int i = 0; i < samples.length; i++) {
      double value = (values[i] + 1.0) * HALF_RANGE * DeepImage.STEPS + 0.5;
      samples[i] = (short) (int) Math.max(0, Math.min(DeepImage.MOST, value));
    }
    return new DeepImage(new ImageSize(width, height), samples);
  }

  /** An image of its own with the same values. */
  public FloatImage copy() {
    return new FloatImage(width, height, values.clone());
  }

  /** Clips all values to -1..1, in place. */
  public void clip() {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(-1, Math.min(1, values[i]));
    }
  }
}
