package io.github.styletransfer.image.profile;

/** Conversion of RGB in the encodings of HDR pictures. */
final class HdrConversion implements SrgbConversion {
  private static final int CHANNELS = 3;
  private static final int MAX = 65_535;

  /** What ITU-R BT.2100 adds to the exponent of a scene's luminance on a display of 1000 cd/m2. */
  private static final double HLG_SYSTEM_GAMMA = 0.2;

  private final float[] lights;
  private final float[] gains;
  private final float redWeight;
  private final float greenWeight;
  private final float blueWeight;
  private final ToneMap toneMap = new ToneMap();
  private final LinearToSrgb output;
  private final Widener widener = new Widener();

  HdrConversion(RgbEncoding encoding) {
    this.lights = encoding.lights();
    this.gains = gains(encoding.curve().kind());
    double[] luminance = encoding.chromaticities().toXyz()[1];
    this.redWeight = (float) luminance[0];
    this.greenWeight = (float) luminance[1];
    this.blueWeight = (float) luminance[2];
    this.output = new LinearToSrgb(encoding);
  }

  /** From light in the scene to that on the display, by the scene's luminance; 1 for PQ. */
  private static float[] gains(TransferCurve.Kind kind) {
    float[] gains = new float[MAX + 1];
    for (int i = 0; i <= MAX; i++) {
      gains[i] =
          kind == TransferCurve.Kind.HLG
              ? (float) (ToneMap.PEAK * Math.pow((double) i / MAX, HLG_SYSTEM_GAMMA))
              : 1;
    }
    return gains;
  }

  @Override
  public int components() {
    return CHANNELS;
  }

  @Override
  public void convert(short[] samples, byte[] srgb) {
    for (int i = 0; i < srgb.length; i += CHANNELS) {
      float red = lights[samples[i] & MAX];
      float green = lights[samples[i + 1] & MAX];
      float blue = lights[samples[i + 2] & MAX];
      float luminance = redWeight * red + greenWeight * green + blueWeight * blue;
      float gain = gains[(int) (Math.max(0, Math.min(luminance, 1)) * MAX + 0.5f)];
      float scale = gain * toneMap.scale(gain * Math.max(red, Math.max(green, blue)));
      output.put(red * scale, green * scale, blue * scale, srgb, i);
    }
  }

  @Override
  public void convert(byte[] samples, byte[] srgb) {
    convert(widener.widen(samples), srgb);
  }
}
