package io.github.styletransfer.image.profile;

/**
 * Converts pixels of one colour encoding to sRGB, row by row. It keeps buffers, so each thread
 * needs its own.
 */
public interface SrgbConversion {
  /** Samples of a pixel: 1 for grey, 3 for RGB, 4 for CMYK. */
  int components();

  /**
   * Converts pixels of 16 bits per sample.
   *
   * @param samples unsigned samples, 0..65535 each, those of a pixel side by side
   * @param srgb gets the red, green and blue of as many pixels, 0..255 each, rounded
   */
  void convert(short[] samples, byte[] srgb);

  /**
   * Converts pixels of 8 bits per sample.
   *
   * @param samples unsigned samples, 0..255 each, those of a pixel side by side
   * @param srgb gets the red, green and blue of as many pixels, 0..255 each, rounded
   */
  void convert(byte[] samples, byte[] srgb);
}
