package io.github.styletransfer.color;

/**
 * The perceptual colour space Oklab (Björn Ottosson, A perceptual color space for image processing,
 * 2020): a lightness from 0 for black to 1 for white, and two coordinates of chroma, green to red
 * and blue to yellow, which are 0 for greys. A colour is an array of three numbers, which methods
 * change in place.
 */
final class Oklab {
  private static final double[][] TO_CONES = {
    {0.4122214708, 0.5363325363, 0.0514459929},
    {0.2119034982, 0.6806995451, 0.1073969566},
    {0.0883024619, 0.2817188376, 0.6299787005}
  };
  private static final double[][] TO_LAB = {
    {0.2104542553, 0.7936177850, -0.0040720468},
    {1.9779984951, -2.4285922050, 0.4505937099},
    {0.0259040371, 0.7827717662, -0.8086757660}
  };
  private static final double[][] FROM_LAB = {
    {1, 0.3963377774, 0.2158037573},
    {1, -0.1055613458, -0.0638541728},
    {1, -0.0894841775, -1.2914855480}
  };
  private static final double[][] FROM_CONES = {
    {4.0767416621, -3.3077115913, 0.2309699292},
    {-1.2684380046, 2.6097574011, -0.3413193965},
    {-0.0041960863, -0.7034186147, 1.7076147010}
  };

  /** Light far below that of any sample. */
  private static final double SMALLEST = 1e-12;

  /** Added to a third of a number's bits, it gives those of its cube root, to a few percent. */
  private static final long TWO_THIRDS_OF_BIAS = 0x2A9F_7893_0000_0000L;

  private Oklab() {}

  /** Makes Oklab of linear sRGB, in place. */
  static void fromLinear(double[] color) {
    multiply(TO_CONES, color);
    for (int i = 0; i < color.length; i++) {
      color[i] = cubeRoot(color[i]);
    }
    multiply(TO_LAB, color);
  }

  /** Makes linear sRGB of Oklab, in place; it may be outside 0..1. */
  static void toLinear(double[] color) {
    multiply(FROM_LAB, color);
    for (int i = 0; i < color.length; i++) {
      color[i] = color[i] * color[i] * color[i];
    }
    multiply(FROM_CONES, color);
  }

  /**
   * The cube root by Halley's method, from a third of the exponent; the same to the bit everywhere,
   * and several times as fast as {@link StrictMath#cbrt}.
   *
   * @param x 0..1
   * @return exact to 14 digits
   */
  static double cubeRoot(double x) {
    if (x < SMALLEST) {
      return 0;
    }
    double root = Double.longBitsToDouble(Double.doubleToRawLongBits(x) / 3 + TWO_THIRDS_OF_BIAS);
    for (int i = 0; i < 2; i++) {
      double cube = root * root * root;
      root *= (cube + 2 * x) / (2 * cube + x);
    }
    return root;
  }

  private static void multiply(double[][] matrix, double[] color) {
    double x = color[0];
    double y = color[1];
    double z = color[2];
    for (int i = 0; i < color.length; i++) {
      double[] row = matrix[i];
      color[i] = row[0] * x + row[1] * y + row[2] * z;
    }
  }
}
