package io.github.styletransfer.engine.onednn.operation;

/** Loops over matrices that lie row by row. */
final class Matrices {
  private static final int BLOCK = 32;

  private Matrices() {}

  /** Adds the transpose, block by block, so that the columns that are read stay in the cache. */
  static void addTranspose(float[] matrix, int size) {
    for (int top = 0; top < size; top += BLOCK) {
      int bottom = Math.min(size, top + BLOCK);
      for (int left = 0; left <= top; left += BLOCK) {
        for (int row = top; row < bottom; row++) {
          int right = Math.min(row + 1, left + BLOCK);
          for (int column = left; column < right; column++) {
            float sum = matrix[row * size + column] + matrix[column * size + row];
            matrix[row * size + column] = sum;
            matrix[column * size + row] = sum;
          }
        }
      }
    }
  }
}
