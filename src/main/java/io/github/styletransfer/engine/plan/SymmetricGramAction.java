package io.github.styletransfer.engine.plan;

import java.util.List;

/**
 * A Gram matrix of features with themselves, without its factor: F^T F, [C, C], of features F, [H
 * W, C]. Half of it is computed, the rest mirrored.
 *
 * @param gram the matrix
 * @param working memory for the threads
 */
public record SymmetricGramAction(GramAction gram, Buffer working) implements Action {
  @Override
  public String name() {
    return gram.name();
  }

  @Override
  public List<Buffer> buffers() {
    return List.of(gram.a(), gram.matrix(), working);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
