package io.github.styletransfer.engine.plan;

import java.util.List;

/**
 * Adds a buffer to another, of the same or another type.
 *
 * @param name of the step
 * @param what is added
 * @param to what it is added to
 */
public record AdditionAction(String name, Buffer what, Buffer to) implements Action {
  @Override
  public List<Buffer> buffers() {
    return List.of(what, to);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
