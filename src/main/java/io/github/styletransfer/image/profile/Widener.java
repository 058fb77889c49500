package io.github.styletransfer.image.profile;

/** Makes samples of 16 bits of samples of 8. */
final class Widener {
  private static final int BYTE_TO_SHORT = 257;

  private short[] wide = new short[0];

  /** The samples, in an array that the next call may use again. */
  short[] widen(byte[] samples) {
    if (wide.length != samples.length) {
      wide = new short[samples.length];
    }
    for (int i = 0; i < samples.length; i++) {
      wide[i] = (short) (Byte.toUnsignedInt(samples[i]) * BYTE_TO_SHORT);
    }
    return wide;
  }
}
