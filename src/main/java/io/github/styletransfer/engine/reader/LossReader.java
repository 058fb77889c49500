package io.github.styletransfer.engine.reader;

import io.github.styletransfer.engine.program.LossSum;
import io.github.styletransfer.engine.program.LossTerm;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Tensor;
import io.github.styletransfer.engine.program.TensorSize;
import java.util.List;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.ReduceOp;

/**
 * Reads Gram matrices, errors and their sums.
 *
 * @param readings what has been read so far; added to
 * @param matrices reads what isn't a loss by itself
 */
record LossReader(Readings readings, MatrixReader matrices) {
  Meaning gram(String name, DynamicCustomOp op, List<String> inputs)
      throws UnsupportedGraphException {
    if (readings.meaning(inputs.get(1)) instanceof Meaning.Rows pixels
        && readings.meaning(inputs.get(0)) instanceof Meaning.Constant
        && transposesLeftOnly(op)) {
      return matrices.pixelSum(name, inputs.get(0), pixels.tensor());
    }
    if (matrices.isMatrix(inputs.get(0))) {
      return matrices.product(name, op, inputs);
    }
    if (!(readings.meaning(inputs.get(0)) instanceof Meaning.Rows a)
        || !(readings.meaning(inputs.get(1)) instanceof Meaning.Rows b)
        || !transposesLeftOnly(op)) {
      throw new UnsupportedGraphException("matmul", name, "is no Gram matrix");
    }
    TensorSize size = TensorSize.matrix(a.tensor().size().channels(), b.tensor().size().channels());
    Node.Gram gram = new Node.Gram(a.tensor(), b.tensor(), 1, readings.newTensor(name, size));
    readings.nodes().add(gram);
    return new Meaning.Product(gram);
  }

  /** Whether it is A^T B. */
  private static boolean transposesLeftOnly(DynamicCustomOp op) {
    long[] transposed = op.iArgs();
    return transposed[0] == 1
        && transposed[1] == 0
        && transposed[2] == 0
        && op.tArgs()[0] == 1
        && op.tArgs()[1] == 0;
  }

  Meaning scaled(String name, INDArray factor, String of) throws UnsupportedGraphException {
    double by = factor.getDouble(0);
    if (readings.meaning(of) instanceof Meaning.Product product) {
      return scaled(name, product.gram(), by, of);
    }
    return readings.meaning(of) instanceof Meaning.Scalar scalar
        ? new Meaning.Scalar(scalar.sum().times(by))
        : matrices.scaled(by, of);
  }

  /** A factor becomes part of the Gram matrix. */
  private Meaning scaled(String name, Node.Gram gram, double by, String of) {
    Tensor output = readings.newTensor(name, gram.output().size());
    Node.Gram scaled = new Node.Gram(gram.a(), gram.b(), gram.factor() * by, output);
    if (readings.lastAndOnlyFor(of, gram.output()).isPresent()) {
      readings.replaceLast(scaled);
    } else {
      readings.nodes().add(scaled);
    }
    return new Meaning.Product(scaled);
  }

  Meaning times(String name, List<String> inputs) throws UnsupportedGraphException {
    if (readings.meaning(inputs.get(1)) instanceof Meaning.Input input && input.isScalar()) {
      LossSum sum = readings.scalar("multiply", inputs.get(0));
      if (sum.constant() == 0) {
        return new Meaning.Scalar(sum.times(input.name()));
      }
      throw new UnsupportedGraphException("multiply", name, "of this kind isn't known");
    }
    return matrices.times(name, inputs);
  }

  Meaning difference(String name, List<String> inputs) throws UnsupportedGraphException {
    Meaning from = readings.meaning(inputs.get(0));
    Meaning taken = readings.meaning(inputs.get(1));
    if (from instanceof Meaning.Product product
        && taken instanceof Meaning.Input input
        && input.isMatrixLike(product.gram().output())) {
      return new Meaning.Difference(new LossTerm.GramError(product.gram(), input.name()));
    }
    if (from instanceof Meaning.Pixels pixels
        && pixels.view().isWhole()
        && taken instanceof Meaning.Input input
        && input.isLike(pixels.view().tensor())) {
      return new Meaning.Difference(
          new LossTerm.FeatureError(pixels.view().tensor(), input.name()));
    }
    if (from instanceof Meaning.Pixels a
        && taken instanceof Meaning.Pixels b
        && a.view().tensor().equals(b.view().tensor())
        && a.view().size().equals(b.view().size())) {
      return new Meaning.Difference(new LossTerm.ShiftError(a.view(), b.view()));
    }
    if (matrices.isMatrix(inputs.get(0))) {
      return matrices.sum(name, inputs, -1);
    }
    throw new UnsupportedGraphException("subtract", name, "of this kind isn't known");
  }

  /** Sums over some axes; what is left is summed over by {@link #sum}. */
  Meaning squares(String name, String of) throws UnsupportedGraphException {
    if (readings.meaning(of) instanceof Meaning.Difference difference) {
      return new Meaning.Squares(difference.term());
    }
    throw new UnsupportedGraphException("reduce_sqnorm", name, "of anything but a difference");
  }

  Meaning sum(String name, DifferentialFunction op, String of) throws UnsupportedGraphException {
    long[] axes = ((ReduceOp) op).dimensions().toLongVector();
    boolean overAll = axes.length == 0 || (axes.length == 1 && axes[0] == Integer.MAX_VALUE);
    if (readings.meaning(of) instanceof Meaning.Products products && overAll) {
      return new Meaning.Inner(products.a(), products.b(), products.factor());
    }
    if (!(readings.meaning(of) instanceof Meaning.Squares squares) || !overAll) {
      throw new UnsupportedGraphException("reduce_sum", name, "of anything but all squares");
    }
    readings.terms().add(squares.term());
    return new Meaning.Scalar(LossSum.of(readings.terms().size() - 1));
  }

  Meaning total(String name, List<String> inputs) throws UnsupportedGraphException {
    if (!(readings.meaning(inputs.get(0)) instanceof Meaning.Inner)
        && matrices.isMatrix(inputs.get(0))) {
      return matrices.sum(name, inputs, 1);
    }
    return new Meaning.Scalar(
        readings.scalar("add", inputs.get(0)).plus(readings.scalar("add", inputs.get(1))));
  }
}
