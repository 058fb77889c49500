package io.github.styletransfer.engine.program;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What is done to small matrices, of floats. Scalars are matrices of one element. */
public sealed interface MatrixOperation {
  /** Whether the gradient of what it gives can be taken to its operands. */
  default boolean hasGradient() {
    return false;
  }

  /** A constant matrix; without operands. */
  record Constant(INDArray value) implements MatrixOperation {}

  /** The value of an input; without operands. */
  record Input(String name) implements MatrixOperation {}

  /** A copy that counts as a constant: the gradient stops here. */
  record Stop() implements MatrixOperation {}

  /** Factor times a sum over pixels, be it a Gram matrix or one of features. */
  record Scaled(double factor) implements MatrixOperation {
    @Override
    public boolean hasGradient() {
      return true;
    }
  }

  /** Factor times A + A^T. */
  record Symmetric(double factor) implements MatrixOperation {}

  /** Factor times A B, where each may be transposed first. */
  record Product(boolean transposeLeft, boolean transposeRight, double factor)
      implements MatrixOperation {
    @Override
    public boolean hasGradient() {
      return true;
    }
  }

  /** The sum of factors times matrices. */
  record Sum(List<Double> factors) implements MatrixOperation {
    /** Copies the list. */
    public Sum {
      factors = List.copyOf(factors);
    }

    @Override
    public boolean hasGradient() {
      return true;
    }
  }

  /** Factor times the sum of the products of the elements of two matrices. */
  record Inner(double factor) implements MatrixOperation {}

  /** A matrix times a scalar. */
  record Times() implements MatrixOperation {}

  /** A matrix divided by a scalar. */
  record Quotient() implements MatrixOperation {}

  /** The square root of a scalar. */
  record Root() implements MatrixOperation {}
}
