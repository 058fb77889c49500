package io.github.styletransfer.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OklabTest {
  /** What the published matrices, to ten digits, make of going there and back. */
  private static final double ROUND_TRIP = 5e-7;

  /** How far the published matrix for sRGB is from the one for XYZ, of which it is made. */
  private static final double OTHER_MATRIX = 1e-4;

  private static final double[][] XYZ_OF_SRGB = {
    {0.4124564, 0.3575761, 0.1804375},
    {0.2126729, 0.7151522, 0.0721750},
    {0.0193339, 0.1191920, 0.9503041}
  };

  /** M1 of the definition, from XYZ with the white point D65 to the cones. */
  private static final double[][] CONES_OF_XYZ = {
    {0.8189330101, 0.3618667424, -0.1288597137},
    {0.0329845436, 0.9293118715, 0.0361456387},
    {0.0482003018, 0.2643662691, 0.6338517070}
  };

  /** M2 of the definition. */
  private static final double[][] LAB_OF_CONES = {
    {0.2104542553, 0.7936177850, -0.0040720468},
    {1.9779984951, -2.4285922050, 0.4505937099},
    {0.0259040371, 0.7827717662, -0.8086757660}
  };

  /** The colours of sRGB's corners, as the definition's own program gives them. */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 0.627955, 0.224863, 0.125846",
    "0, 1, 0, 0.866440, -0.233888, 0.179498",
    "0, 0, 1, 0.452014, -0.032457, -0.311528",
    "1, 1, 1, 1, 0, 0",
    "0, 0, 0, 0, 0, 0",
    "0.125, 0.125, 0.125, 0.5, 0, 0"
  })
  void hasThePublishedColors(
      double red, double green, double blue, double lightness, double a, double b) {
    double[] color = {red, green, blue};
    Oklab.fromLinear(color);

    assertThat(color).containsExactly(new double[] {lightness, a, b}, within(1e-6));
  }

  @Test
  void isTheDefinitionByWayOfXyz() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1000; i++) {
      double[] color = random.doubles(3).toArray();
      double[] cones = product(CONES_OF_XYZ, product(XYZ_OF_SRGB, color));
      for (int c = 0; c < cones.length; c++) {
        cones[c] = Math.cbrt(cones[c]);
      }
      double[] expected = product(LAB_OF_CONES, cones);
      Oklab.fromLinear(color);

      assertThat(color).containsExactly(expected, within(OTHER_MATRIX));
    }
  }

  @Test
  void goesThereAndBack() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 1000; i++) {
      double[] given = random.doubles(3).toArray();
      double[] color = given.clone();
      Oklab.fromLinear(color);
      Oklab.toLinear(color);

      assertThat(color).containsExactly(given, within(ROUND_TRIP));
    }
  }

  @Test
  void takesCubeRootsToFourteenDigits() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 100_000; i++) {
      double x = Math.pow(10, -9 * random.nextDouble());

      assertThat(Oklab.cubeRoot(x) / Math.cbrt(x)).isCloseTo(1, within(1e-14));
    }
    assertThat(Oklab.cubeRoot(1)).isCloseTo(1, within(1e-14));
    assertThat(Oklab.cubeRoot(0)).isZero();
  }

  private static double[] product(double[][] matrix, double[] vector) {
    double[] result = new double[vector.length];
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        result[i] += matrix[i][j] * vector[j];
      }
    }
    return result;
  }
}
