package io.github.styletransfer.engine.plan;

import java.util.List;

/**
 * Fills a buffer with zeros.
 *
 * @param name of the step
 */
public record ZeroAction(String name, Buffer buffer) implements Action {
  @Override
  public List<Buffer> buffers() {
    return List.of(buffer);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
