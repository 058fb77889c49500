package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Bindings;
import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Differences;
import io.github.styletransfer.engine.onednn.device.Floats;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.GramErrorAction;
import io.github.styletransfer.engine.program.Node;

/**
 * Squared errors of Gram matrices, and their gradient.
 *
 * @param device the processor
 * @param action what is computed
 */
record GramError(Device device, GramErrorAction action) {
  private static final int BLOCK = 32;

  Step step() {
    Floats given = new Floats(device.floats(action.matrix()));
    Floats result = new Floats(device.floats(action.gradient()));
    Bindings bindings = device.bindings();
    int elements = Math.toIntExact(action.matrix().elements());
    float[] gram = new float[elements];
    float[] target = new float[elements];
    return Step.java(
        action.name(),
        () -> {
          given.read(0, gram, elements);
          bindings.target(action.error().target()).read(0, target, elements);
          bindings.set(
              action.term(), replaceByGradient(gram, target, bindings.weight(action.term())));
          if (action.add()) {
            result.read(0, target, elements);
            Differences.addScaled(gram, target, 1, elements);
          }
          result.write(0, gram, elements);
        });
  }

  private double replaceByGradient(float[] gram, float[] target, double weight) {
    Node.Gram node = action.error().gram();
    Differences.scale(gram, (float) node.factor(), gram.length);
    double sum = Differences.subtract(gram, target, gram.length);
    Differences.scale(gram, (float) (2 * weight * node.factor()), gram.length);
    if (node.isSymmetric()) {
      addTranspose(gram, Math.toIntExact(node.a().size().channels()));
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
