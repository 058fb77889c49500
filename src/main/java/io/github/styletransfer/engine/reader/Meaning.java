package io.github.styletransfer.engine.reader;

import io.github.styletransfer.engine.program.LossSum;
import io.github.styletransfer.engine.program.LossTerm;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Tensor;
import io.github.styletransfer.engine.program.TensorSize;
import io.github.styletransfer.engine.program.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a variable of the graph stands for. */
sealed interface Meaning {
  /** A constant, contiguous in C order. */
  record Constant(INDArray value) implements Meaning {}

  /**
   * A placeholder other than the image.
   *
   * @param shape null if it isn't known
   */
  record Input(String name, @Nullable List<Long> shape) implements Meaning {
    boolean isScalar() {
      return List.of().equals(shape);
    }

    /** Whether it has a layer's shape. */
    boolean isLike(Tensor layer) {
      TensorSize size = layer.size();
      return List.of(size.images(), size.height(), size.width(), size.channels()).equals(shape);
    }

    /** Whether it has a Gram matrix' shape. */
    boolean isMatrixLike(Tensor matrix) {
      return List.of(matrix.size().height(), matrix.size().channels()).equals(shape);
    }
  }

  /** A tensor or a part of it. */
  record Pixels(View view) implements Meaning {}

  /** A tensor as a matrix of one row per pixel. */
  record Rows(Tensor tensor) implements Meaning {}

  /** A Gram matrix. */
  record Product(Node.Gram gram) implements Meaning {}

  /** The differences whose squares make a loss term. */
  record Difference(LossTerm term) implements Meaning {}

  /** The squared differences, summed over some axes. */
  record Squares(LossTerm term) implements Meaning {}

  /** A scalar. */
  record Scalar(LossSum sum) implements Meaning {}

  /** A number times a small matrix. */
  record Matrix(Tensor tensor, double factor) implements Meaning {}

  /** The products of two matrices' elements. */
  record Products(Tensor a, Tensor b, double factor) implements Meaning {}

  /** Their sum. */
  record Inner(Tensor a, Tensor b, double factor) implements Meaning {}
}
