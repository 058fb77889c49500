package io.github.styletransfer.engine.program;

/**
 * A Gram matrix: factor A^T B, of tensors of the same height and width as matrices of one row per
 * pixel; shape [channels of a, channels of b].
 *
 * @param name of the graph's variable
 * @param a gives the rows
 * @param b gives the columns; may be the same tensor
 * @param factor what the sums over the pixels are multiplied by
 */
public record Gram(String name, Tensor a, Tensor b, double factor) {
  /** Whether it is the Gram matrix of one tensor, and so symmetric. */
  public boolean isSymmetric() {
    return a.equals(b);
  }

  /** The number of elements. */
  public long elements() {
    return a.size().channels() * b.size().channels();
  }
}
