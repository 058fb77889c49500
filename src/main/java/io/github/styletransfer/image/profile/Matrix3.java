package io.github.styletransfer.image.profile;

/** Arithmetic of 3 x 3 matrices. */
final class Matrix3 {
  private static final int SIZE = 3;

  private Matrix3() {}

  static double[][] product(double[][] a, double[][] b) {
    double[][] product = new double[SIZE][SIZE];
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        product[i][j] = a[i][0] * b[0][j] + a[i][1] * b[1][j] + a[i][2] * b[2][j];
      }
    }
    return product;
  }

  /** The inverse of a matrix that has one. */
  static double[][] inverse(double[][] a) {
    double[][] inverse = new double[SIZE][SIZE];
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        inverse[j][i] = cofactor(a, i, j);
      }
    }
    double determinant =
        a[0][0] * inverse[0][0] + a[0][1] * inverse[1][0] + a[0][2] * inverse[2][0];
    for (double[] row : inverse) {
      for (int j = 0; j < SIZE; j++) {
        row[j] /= determinant;
      }
    }
    return inverse;
  }

  private static double cofactor(double[][] a, int i, int j) {
    double[] next = a[(i + 1) % SIZE];
    double[] last = a[(i + 2) % SIZE];
    int k = (j + 1) % SIZE;
    int l = (j + 2) % SIZE;
    return next[k] * last[l] - next[l] * last[k];
  }
}
