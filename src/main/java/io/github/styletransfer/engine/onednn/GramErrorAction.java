package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.program.LossTerm;
import java.util.List;

/**
 * The squared error of a Gram matrix, and its gradient with respect to the matrix without its
 * factor. Of a symmetric matrix' gradient D, it is D + D^T that the features' gradient takes.
 *
 * @param error which one
 * @param term its position
 * @param matrix the Gram matrix without its factor, float
 * @param gradient receives the gradient, float; of the same shape, and may be the same buffer
 * @param bindings hold the target and the weight, and receive the error
 */
record GramErrorAction(
    LossTerm.GramError error, int term, Buffer matrix, Buffer gradient, Bindings bindings)
    implements Action {
  private static final int BLOCK = 32;

  @Override
  public String name() {
    return "gram error " + error.gram().name();
  }

  @Override
  public List<Buffer> buffers() {
    return List.of(matrix, gradient);
  }

  @Override
  public Step compile(Device device) {
    Floats given = new Floats(device.floats(matrix));
    Floats result = new Floats(device.floats(gradient));
    int elements = (int) error.gram().elements();
    float[] gram = new float[elements];
    float[] target = new float[elements];
    return Step.java(
        name(),
        () -> {
          given.read(0, gram, elements);
          new Floats(Device.floats(bindings.input(error.target()))).read(0, target, elements);
          bindings.set(term, replaceByGradient(gram, target));
          result.write(0, gram, elements);
        });
  }

  private double replaceByGradient(float[] gram, float[] target) {
    double factor = error.gram().factor();
    Differences.scale(gram, (float) factor, gram.length);
    double sum = Differences.subtract(gram, target, gram.length);
    Differences.scale(gram, (float) (2 * bindings.weight(term) * factor), gram.length);
    if (error.gram().isSymmetric()) {
      addTranspose(gram, (int) error.gram().a().size().channels());
    }
    return sum;
  }

  /** Block by block, so that the columns that are read stay in the cache. */
  private static void addTranspose(float[] matrix, int size) {
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
