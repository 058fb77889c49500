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
      Matrices.addTranspose(gram, Math.toIntExact(node.a().size().channels()));
    }
    return sum;
  }
}
