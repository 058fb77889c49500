package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.Node;
import java.util.List;

/**
 * A Gram matrix without its factor: A^T B.
 *
 * @param gram which one
 * @param a the rows' features, (H W) x C
 * @param b the columns' features
 * @param matrix receives it, float
 */
public record GramAction(Node.Gram gram, Buffer a, Buffer b, Buffer matrix) implements Action {
  @Override
  public String name() {
    return "gram " + gram.output().name();
  }

  @Override
  public List<Buffer> buffers() {
    return List.of(a, b, matrix);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
