package io.github.styletransfer.image.read;

/** A decoded image as rows of sRGB pixels, whatever samples it is stored as. */
interface PixelRows {
  /** Largest sample of 8 bits. */
  int MAX_BYTE = 255;

  /**
   * Converts one row.
   *
   * @param y the row
   * @param rgb gets the row's width x 3 samples, transparency laid over white
   * @param opacities gets how opaque each of the row's pixels is, 0..255, if one isn't opaque
   * @return whether any pixel of the row wasn't opaque
   */
  boolean read(int y, byte[] rgb, byte[] opacities);

  /**
   * A sample scaled to 8 bits, rounded.
   *
   * @param sample 0..max
   * @param max 1..65535
   */
  static byte toByte(int sample, int max) {
    return (byte) (max == MAX_BYTE ? sample : (sample * MAX_BYTE + max / 2) / max);
  }

  /**
   * A sample laid over white and scaled to 8 bits, rounded.
   *
   * @param sample colour, 0..max
   * @param alpha opacity, 0..max
   * @param max largest value of both, 255 or 65535
   */
  static byte overWhite(int sample, int alpha, int max) {
    if (alpha == max) {
      return toByte(sample, max);
    }
    long square = (long) max * max;
    long mixed = (long) sample * alpha + (long) max * (max - alpha);
    return (byte) ((mixed * MAX_BYTE + square / 2) / square);
  }
}
