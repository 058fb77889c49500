package io.github.styletransfer.color;

/** Powers of symmetric matrices, by Jacobi's rotations. */
public final class Symmetric {
  private static final int MOST_SWEEPS = 60;
  private static final double TOLERANCE = 1e-30;

  private final double[][] vectors;
  private final double[] values;

  /**
   * Takes values without copying them.
   *
   * @param vectors the eigenvectors, as columns
   * @param values the eigenvalues
   */
  Symmetric(double[][] vectors, double[] values) {
    this.vectors = vectors;
    this.values = values;
  }

  /** The eigenvectors, as columns. */
  public double[][] vectors() {
    return vectors;
  }

  /** The eigenvalues. */
  public double[] values() {
    return values;
  }

  /** The decomposition of a symmetric matrix. */
  public static Symmetric of(double[][] matrix) {
    int n = matrix.length;
    double[][] a = new double[n][];
    double[][] v = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
      v[i][i] = 1;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a) > TOLERANCE; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, v, p, q);
        }
      }
    }
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = a[i][i];
    }
    return new Symmetric(v, values);
  }

  private static double offDiagonal(double[][] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += a[i][j] * a[i][j];
      }
    }
    return sum;
  }

  private static void rotate(double[][] a, double[][] v, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (double[] row : a) {
      turn(row, p, q, c, s);
    }
    for (int i = 0; i < a.length; i++) {
      double x = a[p][i];
      double y = a[q][i];
      a[p][i] = c * x - s * y;
      a[q][i] = s * x + c * y;
    }
    for (double[] row : v) {
      turn(row, p, q, c, s);
    }
  }

  private static void turn(double[] row, int p, int q, double c, double s) {
    double x = row[p];
    double y = row[q];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  }

  /** The matrix to a power; eigenvalues below 1e-12 count as that. */
  public double[][] power(double exponent) {
    int n = values.length;
    double[][] result = new double[n][n];
    for (int k = 0; k < n; k++) {
      double power = StrictMath.pow(Math.max(values[k], 1e-12), exponent);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          result[i][j] += power * vectors[i][k] * vectors[j][k];
        }
      }
    }
    return result;
  }

  /** The product of two square matrices of the same size. */
  public static double[][] product(double[][] a, double[][] b) {
    int n = a.length;
    double[][] result = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        for (int j = 0; j < n; j++) {
          result[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return result;
  }
}
