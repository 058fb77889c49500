package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts rectangles side by side.
 *
 * @param node which ones
 * @param inputs the buffer of each part's tensor, of the output's type
 * @param output receives them
 */
public record ConcatenationAction(Node.Concatenation node, List<Buffer> inputs, Buffer output)
    implements Action {
  @Override
  public String name() {
    return "concatenate " + node.output().name();
  }

  @Override
  public List<Buffer> buffers() {
    List<Buffer> buffers = new ArrayList<>(inputs);
    buffers.add(output);
    return buffers;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
