package io.github.styletransfer.engine.program;

/**
 * A sum of squared differences, or of products. A pass over terms is a {@link Visitor}, which knows
 * all kinds.
 */
public sealed interface LossTerm {
  /** The tensor whose gradient it has a share in. */
  Tensor tensor();

  /** Calls the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /**
   * Does something for each kind of term.
   *
   * @param <R> what comes of it
   */
  interface Visitor<R> {
    /** For the error of a Gram matrix. */
    R visit(GramError term);

    /** For the error of feature maps. */
    R visit(FeatureError term);

    /** For the differences of neighbours. */
    R visit(ShiftError term);

    /** For the sum of the products of two matrices' elements. */
    R visit(InnerProduct term);
  }

  /**
   * Of a Gram matrix from its target.
   *
   * @param target the input that holds it, float, of the matrix' shape
   */
  record GramError(Node.Gram gram, String target) implements LossTerm {
    @Override
    public Tensor tensor() {
      return gram.output();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Of feature maps from their target.
   *
   * @param tensor the feature maps
   * @param target the input that holds it, float, of the tensor's shape
   */
  record FeatureError(Tensor tensor, String target) implements LossTerm {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Of two rectangles of one size from each other, both of the same tensor. */
  record ShiftError(View a, View b) implements LossTerm {
    @Override
    public Tensor tensor() {
      return a.tensor();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * The sum of the products of two matrices' elements.
   *
   * @param tensor the one that the gradient is taken to, unless it is constant
   * @param other a constant, or the same
   */
  record InnerProduct(Tensor tensor, Tensor other) implements LossTerm {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
