package io.github.styletransfer.engine.program;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A sum of squared differences. */
public sealed interface LossTerm {
  /** The tensors it depends on. */
  List<Tensor> tensors();

  /**
   * Of a Gram matrix from its target.
   *
   * @param target float, of the matrix' shape
   */
  record GramError(Gram gram, INDArray target) implements LossTerm {
    @Override
    public List<Tensor> tensors() {
      return gram.isSymmetric() ? List.of(gram.a()) : List.of(gram.a(), gram.b());
    }
  }

  /**
   * Of feature maps from their target.
   *
   * @param target float, of the tensor's shape
   */
  record FeatureError(Tensor features, INDArray target) implements LossTerm {
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
