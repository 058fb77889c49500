package io.github.styletransfer.engine.plan;

import java.util.List;

/**
 * Copies or adds rows from where they have more elements.
 *
 * @param name of the step
 * @param from rows of some length, float
 * @param fromWidth their length
 * @param to receives the first elements of each row, float
 * @param toWidth how many
 * @param add whether they are added to what is there
 */
public record RowsAction(
    String name, Buffer from, long fromWidth, Buffer to, long toWidth, boolean add)
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
