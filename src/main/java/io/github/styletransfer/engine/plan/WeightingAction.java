package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.Node;
import java.util.List;

/**
 * Multiplies each pixel of feature maps, or of their gradient, by its weight.
 *
 * @param name of the step
 * @param node the weights, and the feature maps' size
 * @param from what is weighted
 * @param to receives it, of the same type; may be the same buffer
 */
public record WeightingAction(String name, Node.Weighting node, Buffer from, Buffer to)
    implements Action {
  @Override
  public List<Buffer> buffers() {
    return List.of(from, to);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
