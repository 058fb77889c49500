package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pooling, forward or backward.
 *
 * @param node the layer
 * @param input the input, or backward its gradient, which is written
 * @param output what is written, or backward the output's gradient
 * @param choices which element of each window was the largest; null if it isn't the maximum that is
 *     taken, or nobody will ask
 * @param backward whether the input's gradient is wanted
 */
public record PoolingAction(
    Node.Pooling node, Buffer input, Buffer output, @Nullable Buffer choices, boolean backward)
    implements Action {
  @Override
  public String name() {
    return (backward ? "pool gradient " : "pool ") + node.output().name();
  }

  @Override
  public List<Buffer> buffers() {
    return choices == null ? List.of(input, output) : List.of(input, output, choices);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
