package io.github.styletransfer.image.profile;

/**
 * How an encoding's values stand for light.
 *
 * @param kind the formula
 * @param exponent its exponent, of {@link Kind#POWER} only, otherwise 1
 */
public record TransferCurve(Kind kind, double exponent) {
  /** sRGB's curve (IEC 61966-2-1). */
  public static final TransferCurve SRGB = new TransferCurve(Kind.SRGB, 1);

  /** Values are light. */
  public static final TransferCurve LINEAR = power(1);

  /** Perceptual quantizer of HDR pictures (SMPTE ST 2084, ITU-R BT.2100). */
  public static final TransferCurve PQ = new TransferCurve(Kind.PQ, 1);

  /** Hybrid log-gamma of HDR pictures (ARIB STD-B67, ITU-R BT.2100). */
  public static final TransferCurve HLG = new TransferCurve(Kind.HLG, 1);

  /** White of SDR pictures, and graphics white of HDR ones, in cd/m2 (ITU-R BT.2408). */
  static final double WHITE = 203;

  private static final double PQ_PEAK = 10_000;
  private static final double PQ_M1 = 2610 / 16384.0;
  private static final double PQ_M2 = 2523 / 32.0;
  private static final double PQ_C1 = 3424 / 4096.0;
  private static final double PQ_C2 = 2413 / 128.0;
  private static final double PQ_C3 = 2392 / 128.0;
  private static final double HLG_A = 0.17883277;
  private static final double HLG_B = 1 - 4 * HLG_A;
  private static final double HLG_C = 0.5 - HLG_A * Math.log(4 * HLG_A);

  /** The formula of a curve. */
  public enum Kind {
    /** light = value ^ exponent. */
    POWER,
    /** sRGB's curve. */
    SRGB,
    /** The perceptual quantizer. */
    PQ,
    /** Hybrid log-gamma. */
    HLG
  }

  /** The curve light = value ^ exponent. */
  public static TransferCurve power(double exponent) {
    return new TransferCurve(Kind.POWER, exponent);
  }

  /** Whether its light goes beyond the white of SDR pictures. */
  boolean isHdr() {
    return kind == Kind.PQ || kind == Kind.HLG;
  }

  /**
   * The light of a value 0..1: 1 is white; of PQ, light on the display where 1 is {@link #WHITE};
   * of HLG, light in the scene where 1 is the brightest.
   */
  double light(double value) {
    return switch (kind) {
      case POWER -> Math.pow(value, exponent);
      case SRGB -> value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
      case PQ -> pqToLight(value) / WHITE;
      case HLG ->
          value <= 0.5 ? value * value / 3 : (Math.exp((value - HLG_C) / HLG_A) + HLG_B) / 12;
    };
  }

  /** The sRGB value of light, both 0..1. */
  static double srgb(double light) {
    return light <= 0.0031308 ? light * 12.92 : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
  }

  /** PQ's light in cd/m2, 0..10000, of a value 0..1. */
  static double pqToLight(double value) {
    double root = Math.pow(value, 1 / PQ_M2);
    return PQ_PEAK * Math.pow(Math.max(root - PQ_C1, 0) / (PQ_C2 - PQ_C3 * root), 1 / PQ_M1);
  }

  /** PQ's value 0..1 of light in cd/m2, 0..10000. */
  static double lightToPq(double light) {
    double power = Math.pow(light / PQ_PEAK, PQ_M1);
    return Math.pow((PQ_C1 + PQ_C2 * power) / (1 + PQ_C3 * power), PQ_M2);
  }
}
