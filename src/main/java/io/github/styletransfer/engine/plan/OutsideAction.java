package io.github.styletransfer.engine.plan;

import java.util.List;

/**
 * Sets rows of a strip that lie above a tensor's first row or below its last.
 *
 * @param name of the step
 * @param buffer the rows
 * @param rows which they are
 * @param kind what is done
 */
public record OutsideAction(String name, Buffer buffer, StripRows rows, Kind kind)
    implements Action {
  /** What is done with the rows outside. */
  public enum Kind {
    /** They become 0. */
    CLEAR,
    /** The one below the last becomes a copy of the last. */
    REPEAT,
    /** The one below the last is added to the last: the gradient of {@link #REPEAT}. */
    FOLD
  }

  @Override
  public List<Buffer> buffers() {
    return List.of(buffer);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
