package io.github.styletransfer.engine.program;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A step from tensors to a tensor. A pass over nodes is a {@link Visitor}, which knows all kinds.
 */
public sealed interface Node {
  /** What is computed. */
  Tensor output();

  /** What it is computed from, each once. */
  List<Tensor> inputs();

  /** Calls the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /**
   * Does something for each kind of node.
   *
   * @param <R> what comes of it
   */
  interface Visitor<R> {
    /** For a convolution. */
    R visit(Convolution node);

    /** For a rectifier. */
    R visit(Rectifier node);

    /** For a pooling layer. */
    R visit(Pooling node);

    /** For rectangles side by side. */
    R visit(Concatenation node);

    /** For feature maps times a weight for each pixel. */
    R visit(Weighting node);

    /** For a Gram matrix. */
    R visit(Gram node);

    /** For a sum over pixels. */
    R visit(PixelSum node);

    /** For an operation on small matrices. */
    R visit(Matrix node);
  }

  /**
   * A convolution, and the rectifier on it if there is one.
   *
   * @param input [N, H, W, in]
   * @param output [N, H', W', out]
   * @param kernel float, [kH, kW, in, out]
   * @param bias float, [out]; null for none
   * @param window the kernel's size, stride and padding
   * @param rectified whether max(0, .) follows
   */
  record Convolution(
      Tensor input,
      Tensor output,
      INDArray kernel,
      @Nullable INDArray bias,
      Window window,
      boolean rectified)
      implements Node {
    @Override
    public List<Tensor> inputs() {
      return List.of(input);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** max(0, .) of a tensor that is also used as it is. */
  record Rectifier(Tensor input, Tensor output) implements Node {
    @Override
    public List<Tensor> inputs() {
      return List.of(input);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Pooling; padding takes no part in the maximum or the mean.
   *
   * @param window its size, stride and padding
   * @param max the maximum, else the mean
   */
  record Pooling(Tensor input, Tensor output, Window window, boolean max) implements Node {
    @Override
    public List<Tensor> inputs() {
      return List.of(input);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Rectangles side by side.
   *
   * @param parts from the top down, or from left to right
   * @param vertical whether they lie below each other
   */
  record Concatenation(List<View> parts, boolean vertical, Tensor output) implements Node {
    /** Copies the list. */
    public Concatenation {
      parts = List.copyOf(parts);
    }

    @Override
    public List<Tensor> inputs() {
      return parts.stream().map(View::tensor).distinct().toList();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    /** Where the parts lie in the output. */
    public List<View> places() {
      List<View> places = new ArrayList<>();
      long at = 0;
      for (View part : parts) {
        places.add(new View(output, vertical ? at : 0, vertical ? 0 : at, part.size()));
        at += vertical ? part.size().height() : part.size().width();
      }
      return places;
    }
  }

  /**
   * Feature maps, each pixel times a weight of its own.
   *
   * @param weights float, [1, H, W, 1]
   */
  record Weighting(Tensor input, INDArray weights, Tensor output) implements Node {
    @Override
    public List<Tensor> inputs() {
      return List.of(input);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * A Gram matrix: factor A^T B, of tensors of the same height and width as matrices of one row per
   * pixel. A plan's buffer holds A^T B alone: the factor is for whoever takes the matrix.
   *
   * @param a gives the rows
   * @param b gives the columns; may be the same tensor
   * @param factor what the sums over the pixels are multiplied by
   * @param output [channels of a, channels of b]
   */
  record Gram(Tensor a, Tensor b, double factor, Tensor output) implements Node {
    @Override
    public List<Tensor> inputs() {
      return isSymmetric() ? List.of(a) : List.of(a, b);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    /** Whether it is the Gram matrix of one tensor, and so symmetric. */
    public boolean isSymmetric() {
      return a.equals(b);
    }
  }

  /**
   * The sums of features over all pixels.
   *
   * @param input feature maps; of those whose pixels count alike, a symmetric Gram matrix is taken
   *     too
   * @param weights what each pixel's features are multiplied by, float, [pixels, 1]; null if all
   *     count alike
   * @param output [1, channels]
   */
  record PixelSum(Tensor input, @Nullable INDArray weights, Tensor output) implements Node {
    @Override
    public List<Tensor> inputs() {
      return List.of(input);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * An operation on small matrices.
   *
   * @param operands what it takes, in order
   * @param constant whether no gradient is taken to its operands
   */
  record Matrix(MatrixOperation operation, List<Tensor> operands, boolean constant, Tensor output)
      implements Node {
    /** Copies the list. */
    public Matrix {
      operands = List.copyOf(operands);
    }

    @Override
    public List<Tensor> inputs() {
      return operands.stream().distinct().toList();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
