package io.github.styletransfer.engine.program;

import java.util.List;

/** A sum of squared differences. */
public sealed interface LossTerm {
  /** The tensors it depends on. */
  List<Tensor> tensors();

  /**
   * Of a Gram matrix from its target.
   *
   * @param target the input that holds it, float, of the matrix' shape
   */
  record GramError(Gram gram, String target) implements LossTerm {
    @Override
    public List<Tensor> tensors() {
      return gram.isSymmetric() ? List.of(gram.a()) : List.of(gram.a(), gram.b());
    }
  }

  /**
   * Of feature maps from their target.
   *
   * @param target the input that holds it, float, of the tensor's shape
   */
  record FeatureError(Tensor features, String target) implements LossTerm {
    @Override
    public List<Tensor> tensors() {
      return List.of(features);
    }
  }

  /** Of two rectangles of one size from each other, both of the same tensor. */
  record ShiftError(View a, View b) implements LossTerm {
    @Override
    public List<Tensor> tensors() {
      return List.of(a.tensor());
    }
  }
}
