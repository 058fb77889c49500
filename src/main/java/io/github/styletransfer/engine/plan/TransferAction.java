package io.github.styletransfer.engine.plan;

import java.util.List;

/**
 * Copies the rows of a strip from or to an array that isn't the plan's, as far as the array has
 * them.
 *
 * @param name of the step
 * @param array the array's name; of the buffer's type
 * @param buffer the rows
 * @param rows which they are
 * @param load whether they are read; those that the array doesn't have become 0
 */
public record TransferAction(String name, String array, Buffer buffer, StripRows rows, boolean load)
    implements Action {
  @Override
  public List<Buffer> buffers() {
    return List.of(buffer);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
