package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.LossTerm;
import java.util.List;

/**
 * The squared differences of two rectangles of a tensor, whose gradient is added to the tensor's.
 *
 * @param error which one
 * @param term its position
 * @param tensor float
 * @param gradient float, of the tensor's shape; added to
 */
public record ShiftErrorAction(LossTerm.ShiftError error, int term, Buffer tensor, Buffer gradient)
    implements Action {
  @Override
  public String name() {
    return "shift error " + error.a().tensor().name();
  }

  @Override
  public List<Buffer> buffers() {
    return List.of(tensor, gradient);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
