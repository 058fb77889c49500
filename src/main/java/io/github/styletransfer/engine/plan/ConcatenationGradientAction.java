package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Tensor;
import java.util.List;

/**
 * Adds the gradient of rectangles that were put side by side to the gradient of a tensor that they
 * are parts of.
 *
 * @param node which ones
 * @param tensor the one whose parts are looked for
 * @param from the gradient of the whole
 * @param to the tensor's gradient, added to
 */
public record ConcatenationGradientAction(
    Node.Concatenation node, Tensor tensor, Buffer from, Buffer to) implements Action {
  @Override
  public String name() {
    return "concatenation gradient " + node.output().name();
  }

  @Override
  public List<Buffer> buffers() {
    return List.of(from, to);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
