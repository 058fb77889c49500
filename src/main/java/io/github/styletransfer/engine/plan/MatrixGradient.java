package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.MatrixOperation;
import io.github.styletransfer.engine.program.MatrixOperation.Product;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Tensor;
import java.util.List;

/**
 * The shares in a matrix' gradient of an operation that takes it.
 *
 * @param sum what they are added to
 * @param node the operation
 */
record MatrixGradient(GradientSum sum, Node.Matrix node) {
  /**
   * Adds them.
   *
   * @param given the gradient of the operation's result
   */
  void add(Buffer given) {
    MatrixAction.Operand result = new MatrixAction.Operand(given, node.output().size());
    for (int i = 0; i < node.operands().size(); i++) {
      if (node.operands().get(i).equals(sum.tensor())) {
        add(i, result);
      }
    }
  }

  private void add(int operand, MatrixAction.Operand result) {
    if (node.operation() instanceof MatrixOperation.Scaled scaled) {
      add(scaled, result);
    } else if (node.operation() instanceof MatrixOperation.Sum of) {
      sum.add(new MatrixOperation.Sum(List.of(of.factors().get(operand))), result);
    } else if (node.operation() instanceof Product product) {
      add(product, operand, result);
    } else {
      throw new IllegalStateException("the gradient of " + node.operation() + " isn't known");
    }
  }

  /** Of a Gram matrix' gradient D, it is D + D^T that the features' gradient takes. */
  private void add(MatrixOperation.Scaled scaled, MatrixAction.Operand result) {
    boolean symmetric =
        sum.forward().producer(sum.tensor()) instanceof Node.Gram gram && gram.isSymmetric();
    sum.add(
        symmetric
            ? new MatrixOperation.Symmetric(scaled.factor())
            : new MatrixOperation.Sum(List.of(scaled.factor())),
        result);
  }

  /**
   * Of C = A B, the gradients are D B^T and A^T D, and their transposes if A or B is transposed.
   */
  private void add(Product product, int operand, MatrixAction.Operand result) {
    Tensor other = node.operands().get(1 - operand);
    MatrixAction.Operand by = sum.forward().operand(other);
    boolean left = product.transposeLeft();
    boolean right = product.transposeRight();
    double factor = product.factor();
    if (operand == 0) {
      if (left) {
        sum.add(new Product(right, true, factor), by, result);
      } else {
        sum.add(new Product(false, !right, factor), result, by);
      }
    } else if (right) {
      sum.add(new Product(true, left, factor), result, by);
    } else {
      sum.add(new Product(!left, false, factor), by, result);
    }
  }
}
