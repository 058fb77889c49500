package io.github.styletransfer.image.profile;

/**
 * What RGB samples stand for.
 *
 * @param chromaticities primaries and white
 * @param curve light of a sample
 * @param fullRange whether black and white are the least and largest value; otherwise they are 16
 *     and 235 of 255
 */
public record RgbEncoding(Chromaticities chromaticities, TransferCurve curve, boolean fullRange) {
  /** Whether samples are sRGB already. */
  public boolean isSrgb() {
    return fullRange
        && curve.equals(TransferCurve.SRGB)
        && chromaticities.isCloseTo(Chromaticities.BT709);
  }

  /**
   * A conversion to sRGB, also of grey samples given thrice. Colours outside sRGB are clipped. The
   * highlights of HDR pictures are compressed, see {@link ToneMap}, so that their white isn't the
   * brightest white.
   */
  public SrgbConversion toSrgb() {
    return curve.isHdr() ? new HdrConversion(this) : new MatrixConversion(this);
  }

  /** Light of each sample 0..65535, see {@link TransferCurve#light}. */
  float[] lights() {
    double black = fullRange ? 0 : 16 / 255.0;
    double white = fullRange ? 1 : 235 / 255.0;
    float[] lights = new float[1 << Short.SIZE];
    for (int i = 0; i < lights.length; i++) {
      double value = ((double) i / (lights.length - 1) - black) / (white - black);
      lights[i] = (float) curve.light(Math.max(0, Math.min(value, 1)));
    }
    return lights;
  }

  /** The nine numbers, row by row, from its linear RGB to sRGB's. */
  float[] matrix() {
    double[][] matrix = chromaticities.matrixTo(Chromaticities.BT709);
    float[] rows = new float[matrix.length * matrix.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) matrix[i / matrix.length][i % matrix.length];
    }
    return rows;
  }
}
