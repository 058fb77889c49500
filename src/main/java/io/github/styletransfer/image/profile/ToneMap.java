package io.github.styletransfer.image.profile;

/**
 * Brings HDR light of up to 1000 cd/m2 into the range of SDR pictures, whose white is 203 cd/m2:
 * the EETF of ITU-R BT.2390-10, section 5.4, without its lift of blacks. Light below about 93 cd/m2
 * stays as it is, more and more of what is above is taken off, 203 cd/m2 becomes 80 percent of
 * white, and 1000 cd/m2 or more white. It is applied to the largest of red, green and blue, and the
 * others are scaled alike, which keeps the hue.
 */
final class ToneMap {
  /** The brightest light that is told from brighter one, where 1 is SDR white. */
  static final double PEAK = 1000 / TransferCurve.WHITE;

  private static final int STEPS = 1 << 12;

  private final float[] scales = new float[STEPS + 1];

  ToneMap() {
    for (int i = 0; i <= STEPS; i++) {
      double light = PEAK * i / STEPS;
      scales[i] = i == 0 ? 1 : (float) (mapped(light) / light);
    }
  }

  /**
   * What light is to be multiplied by.
   *
   * @param light the largest of a pixel's red, green and blue, 0 or more, where 1 is SDR white
   */
  float scale(float light) {
    if (light >= PEAK) {
      return 1 / light;
    }
    float place = light * (float) (STEPS / PEAK);
    int step = Math.min((int) place, STEPS - 1);
    return scales[step] + (place - step) * (scales[step + 1] - scales[step]);
  }

  private static double mapped(double light) {
    double peak = TransferCurve.lightToPq(PEAK * TransferCurve.WHITE);
    double value = TransferCurve.lightToPq(light * TransferCurve.WHITE) / peak;
    double most = TransferCurve.lightToPq(TransferCurve.WHITE) / peak;
    double knee = 1.5 * most - 0.5;
    if (value <= knee) {
      return light;
    }
    double t = (value - knee) / (1 - knee);
    double spline =
        (2 * t * t * t - 3 * t * t + 1) * knee
            + (t * t * t - 2 * t * t + t) * (1 - knee)
            + (3 * t * t - 2 * t * t * t) * most;
    return TransferCurve.pqToLight(spline * peak) / TransferCurve.WHITE;
  }
}
