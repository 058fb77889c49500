package io.github.styletransfer.engine.plan;

import java.util.List;

/**
 * Copies elements to where they are wanted for the next strip; both places may overlap.
 *
 * @param name of the step
 * @param from what is copied
 * @param to receives it; of the same type and length
 */
public record MoveAction(String name, Buffer from, Buffer to) implements Action {
  @Override
  public List<Buffer> buffers() {
    return List.of(from, to);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
