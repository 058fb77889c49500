package io.github.styletransfer.image.profile;

/** Conversion of RGB whose light isn't brighter than white. */
final class MatrixConversion implements SrgbConversion {
  private static final int CHANNELS = 3;
  private static final int MAX = 65_535;

  private final float[] lights;
  private final LinearToSrgb output;
  private final Widener widener = new Widener();

  MatrixConversion(RgbEncoding encoding) {
    this.lights = encoding.lights();
    this.output = new LinearToSrgb(encoding);
  }

  @Override
  public int components() {
    return CHANNELS;
  }

  @Override
  public void convert(short[] samples, byte[] srgb) {
    for (int i = 0; i < srgb.length; i += CHANNELS) {
      output.put(
          lights[samples[i] & MAX],
          lights[samples[i + 1] & MAX],
          lights[samples[i + 2] & MAX],
          srgb,
          i);
    }
  }

  @Override
  public void convert(byte[] samples, byte[] srgb) {
    convert(widener.widen(samples), srgb);
  }
}
