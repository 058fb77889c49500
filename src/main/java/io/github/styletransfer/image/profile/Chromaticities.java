package io.github.styletransfer.image.profile;

/**
 * The colours of an RGB encoding's primaries and white as CIE 1931 x, y.
 *
 * @param redX x of pure red
 * @param redY y of pure red
 * @param greenX x of pure green
 * @param greenY y of pure green
 * @param blueX x of pure blue
 * @param blueY y of pure blue
 * @param whiteX x of white
 * @param whiteY y of white
 */
public record Chromaticities(
    double redX,
    double redY,
    double greenX,
    double greenY,
    double blueX,
    double blueY,
    double whiteX,
    double whiteY) {
  private static final double D65_X = 0.3127;
  private static final double D65_Y = 0.3290;

  /** Those of ITU-R BT.709 and sRGB. */
  public static final Chromaticities BT709 = ofD65(0.64, 0.33, 0.30, 0.60, 0.15, 0.06);

  /** Those of ITU-R BT.2020 and BT.2100. */
  public static final Chromaticities BT2020 = ofD65(0.708, 0.292, 0.170, 0.797, 0.131, 0.046);

  /** Those of Display P3. */
  public static final Chromaticities DISPLAY_P3 = ofD65(0.680, 0.320, 0.265, 0.690, 0.150, 0.060);

  /** How far x, y of files may be rounded. */
  private static final double ROUNDING = 1e-3;

  private static final double[][] BRADFORD = {
    {0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}
  };

  /**
   * Checks that these can be converted.
   *
   * @throws IllegalArgumentException when the primaries lie on a line, or white is black
   */
  public Chromaticities {
    double area = (greenX - redX) * (blueY - redY) - (blueX - redX) * (greenY - redY);
    if (!(Math.abs(area) > ROUNDING) || !(whiteY > ROUNDING) || !(whiteX >= 0)) {
      throw new IllegalArgumentException("No RGB encoding has such primaries");
    }
  }

  static Chromaticities ofD65(
      double redX, double redY, double greenX, double greenY, double blueX, double blueY) {
    return new Chromaticities(redX, redY, greenX, greenY, blueX, blueY, D65_X, D65_Y);
  }

  /** Whether all are the same but for rounding in a file. */
  boolean isCloseTo(Chromaticities other) {
    double[] mine = values();
    double[] others = other.values();
    for (int i = 0; i < mine.length; i++) {
      if (Math.abs(mine[i] - others[i]) > ROUNDING) {
        return false;
      }
    }
    return true;
  }

  /**
   * The 3 x 3 matrix from linear RGB of these primaries to linear RGB of others; white becomes
   * white, by Bradford's adaptation.
   */
  double[][] matrixTo(Chromaticities other) {
    double[][] cones = Matrix3.product(BRADFORD, toXyz());
    double[][] otherCones = Matrix3.product(BRADFORD, other.toXyz());
    for (int i = 0; i < cones.length; i++) {
      double white = cones[i][0] + cones[i][1] + cones[i][2];
      double otherWhite = otherCones[i][0] + otherCones[i][1] + otherCones[i][2];
      for (int j = 0; j < cones.length; j++) {
        cones[i][j] *= otherWhite / white;
      }
    }
    return Matrix3.product(Matrix3.inverse(otherCones), cones);
  }

  /** The 3 x 3 matrix from linear RGB to XYZ, where white has Y = 1. */
  double[][] toXyz() {
    double[][] primaries = {
      {redX, greenX, blueX},
      {redY, greenY, blueY},
      {1 - redX - redY, 1 - greenX - greenY, 1 - blueX - blueY}
    };
    double[] white = {whiteX / whiteY, 1, (1 - whiteX - whiteY) / whiteY};
    double[][] inverse = Matrix3.inverse(primaries);
    for (int j = 0; j < white.length; j++) {
      double scale = 0;
      for (int k = 0; k < white.length; k++) {
        scale += inverse[j][k] * white[k];
      }
      for (double[] row : primaries) {
        row[j] *= scale;
      }
    }
    return primaries;
  }

  private double[] values() {
    return new double[] {redX, redY, greenX, greenY, blueX, blueY, whiteX, whiteY};
  }
}
