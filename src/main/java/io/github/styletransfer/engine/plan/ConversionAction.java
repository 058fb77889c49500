package io.github.styletransfer.engine.plan;

import java.util.List;

/**
 * Copies a buffer to one of another type.
 *
 * @param name of the step
 */
public record ConversionAction(String name, Buffer from, Buffer to) implements Action {
  @Override
  public List<Buffer> buffers() {
    return List.of(from, to);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
