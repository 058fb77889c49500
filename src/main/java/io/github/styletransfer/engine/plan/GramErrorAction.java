package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.LossTerm;
import java.util.List;

/**
 * The squared error of a Gram matrix, and its gradient with respect to the matrix without its
 * factor. Of a symmetric matrix' gradient D, it is D + D^T that the features' gradient takes.
 *
 * @param error which one
 * @param term its position
 * @param matrix the Gram matrix without its factor, float
 * @param gradient receives the gradient, float; of the same shape, and may be the same buffer
 * @param add whether the gradient is added to what is there
 */
public record GramErrorAction(
    LossTerm.GramError error, int term, Buffer matrix, Buffer gradient, boolean add)
    implements Action {
  @Override
  public String name() {
    return "gram error " + error.tensor().name();
  }

  @Override
  public List<Buffer> buffers() {
    return List.of(matrix, gradient);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
