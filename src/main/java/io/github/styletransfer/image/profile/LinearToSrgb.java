package io.github.styletransfer.image.profile;

/** Turns linear RGB into sRGB samples, by a table whose steps are a twentieth of a sample's. */
final class LinearToSrgb {
  private static final int MAX = 65_535;
  private static final int MAX_BYTE = 255;

  private final float[] matrix;
  private final byte[] samples = new byte[MAX + 1];

  /** Linear RGB of an encoding. */
  LinearToSrgb(RgbEncoding encoding) {
    this.matrix = encoding.matrix();
    for (int i = 0; i <= MAX; i++) {
      samples[i] = (byte) Math.round(TransferCurve.srgb((double) i / MAX) * MAX_BYTE);
    }
  }

  /** Converts one pixel, and puts its three samples from an index on. */
  void put(float red, float green, float blue, byte[] srgb, int index) {
    srgb[index] = sample(matrix[0] * red + matrix[1] * green + matrix[2] * blue);
    srgb[index + 1] = sample(matrix[3] * red + matrix[4] * green + matrix[5] * blue);
    srgb[index + 2] = sample(matrix[6] * red + matrix[7] * green + matrix[8] * blue);
  }

  private byte sample(float light) {
    return samples[(int) (Math.max(0, Math.min(light, 1)) * MAX + 0.5f)];
  }
}
