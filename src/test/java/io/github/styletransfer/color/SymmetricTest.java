package io.github.styletransfer.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SymmetricTest {
  /** What double precision may make of numbers up to 10. */
  private static final double ROUNDING = 1e-12;

  private static final double[][] MATRIX = {{2, 1, 0}, {1, 2, 0}, {0, 0, 9}};

  @Test
  void powersOfAMatrixWithKnownEigenvalues() {
    // Eigenvalues 1 and 3 of (1, -1, 0) and (1, 1, 0), and 9.
    double root = Math.sqrt(3);
    double inverse = 1 / root;
    assertClose(Symmetric.of(MATRIX).power(1), MATRIX);
    assertClose(
        Symmetric.of(MATRIX).power(0.5),
        new double[][] {
          {(root + 1) / 2, (root - 1) / 2, 0}, {(root - 1) / 2, (root + 1) / 2, 0}, {0, 0, 3}
        });
    assertClose(
        Symmetric.of(MATRIX).power(-0.5),
        new double[][] {
          {(inverse + 1) / 2, (inverse - 1) / 2, 0},
          {(inverse - 1) / 2, (inverse + 1) / 2, 0},
          {0, 0, 1 / 3.0}
        });
    assertClose(Symmetric.of(MATRIX).power(2), new double[][] {{5, 4, 0}, {4, 5, 0}, {0, 0, 81}});
  }

  @Test
  void ofADiagonalMatrixIsItself() {
    Symmetric symmetric = Symmetric.of(new double[][] {{4, 0, 0}, {0, 1, 0}, {0, 0, 25}});

    assertThat(symmetric.values()).containsExactly(4, 1, 25);
    assertClose(symmetric.power(0.5), new double[][] {{2, 0, 0}, {0, 1, 0}, {0, 0, 5}});
  }

  @Test
  void rootsOfRandomMatricesMultiplyToThem() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 100; round++) {
      double[][] half = new double[3][3];
      double[][] turned = new double[3][3];
      for (int i = 0; i < 9; i++) {
        half[i / 3][i % 3] = random.nextDouble(-1, 1);
        turned[i % 3][i / 3] = half[i / 3][i % 3];
      }
      double[][] matrix = Symmetric.product(half, turned);
      double[][] root = Symmetric.of(matrix).power(0.5);

      assertClose(Symmetric.product(root, root), matrix);
      assertClose(Symmetric.of(matrix).power(1), matrix);
    }
  }

  /** That is what keeps the inverse of a singular matrix finite. */
  @Test
  void eigenvaluesHaveAFloor() {
    assertThat(Symmetric.of(new double[3][3]).power(-0.5)[0][0]).isCloseTo(1e6, within(1e-6));
    assertThat(Symmetric.of(new double[][] {{-1, 0}, {0, 1}}).power(0.5)[0][0])
        .isCloseTo(1e-6, within(ROUNDING));
  }

  @Test
  void multipliesRowsByColumns() {
    assertThat(Symmetric.product(new double[][] {{1, 2}, {3, 4}}, new double[][] {{5, 6}, {7, 8}}))
        .isDeepEqualTo(new double[][] {{19, 22}, {43, 50}});
  }

  private static void assertClose(double[][] actual, double[][] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).as("row %s", i).containsExactly(expected[i], within(ROUNDING));
    }
  }
}
