package io.github.styletransfer.engine.reader;

import io.github.styletransfer.engine.program.MatrixOperation;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Tensor;
import io.github.styletransfer.engine.program.TensorSize;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/**
 * Reads operations on small matrices: sums over pixels, products and sums of them, and scalars made
 * of them. Factors are kept beside matrices until they are taken.
 */
final class MatrixReader {
  private static final int RANK = 2;
  private static final TensorSize SCALAR = TensorSize.matrix(1, 1);

  private final Readings readings;

  /** By what they stand for: constants and inputs, and Gram matrices with their factors. */
  private final Map<Object, Meaning.Matrix> known = new HashMap<>();

  MatrixReader(Readings readings) {
    this.readings = readings;
  }

  /** Whether a variable is a small matrix, or may be taken as one. */
  boolean isMatrix(String variable) throws UnsupportedGraphException {
    return find(variable).isPresent();
  }

  private Optional<Meaning.Matrix> find(String variable) throws UnsupportedGraphException {
    Meaning meaning = readings.meaning(variable);
    if (meaning instanceof Meaning.Matrix matrix) {
      return Optional.of(matrix);
    }
    if (meaning instanceof Meaning.Product product) {
      Node.Gram gram = product.gram();
      return Optional.of(
          known.computeIfAbsent(
              gram.output(),
              tensor ->
                  add(
                      variable + "/scaled",
                      new MatrixOperation.Scaled(gram.factor()),
                      List.of(gram.output()),
                      gram.output().size())));
    }
    if (meaning instanceof Meaning.Inner inner) {
      return Optional.of(
          known.computeIfAbsent(
              inner,
              key ->
                  add(
                      variable,
                      new MatrixOperation.Inner(inner.factor()),
                      List.of(inner.a(), inner.b()),
                      SCALAR)));
    }
    if (meaning instanceof Meaning.Constant constant && constant.value().rank() == RANK) {
      INDArray value = constant.value();
      return Optional.of(
          known.computeIfAbsent(
              variable,
              key ->
                  add(
                      variable,
                      new MatrixOperation.Constant(value),
                      List.of(),
                      TensorSize.matrix(value.rows(), value.columns()))));
    }
    if (meaning instanceof Meaning.Input input
        && input.shape() != null
        && input.shape().size() == RANK) {
      TensorSize size = TensorSize.matrix(input.shape().get(0), input.shape().get(1));
      return Optional.of(
          known.computeIfAbsent(
              variable,
              key -> add(variable, new MatrixOperation.Input(variable), List.of(), size)));
    }
    return Optional.empty();
  }

  private Meaning.Matrix matrix(String operation, String variable)
      throws UnsupportedGraphException {
    return find(variable)
        .orElseThrow(() -> new UnsupportedGraphException(operation, variable, "isn't a matrix"));
  }

  private Meaning.Matrix add(
      String name, MatrixOperation operation, List<Tensor> operands, TensorSize size) {
    Tensor output = readings.newTensor(name, size);
    boolean constant =
        operation instanceof MatrixOperation.Stop
            || operands.stream().allMatch(readings::isConstant);
    readings.nodes().add(new Node.Matrix(operation, operands, constant, output));
    return new Meaning.Matrix(output, 1);
  }

  /** An operation whose gradient isn't known takes constants only. */
  private Meaning.Matrix add(
      String name, MatrixOperation operation, TensorSize size, Meaning.Matrix... operands)
      throws UnsupportedGraphException {
    List<Tensor> tensors = List.of(operands).stream().map(Meaning.Matrix::tensor).toList();
    if (!operation.hasGradient() && !tensors.stream().allMatch(readings::isConstant)) {
      throw new UnsupportedGraphException("matrix", name, "would have a gradient");
    }
    return add(name, operation, tensors, size);
  }

  /** A matrix with its factor. */
  private Tensor multiplied(String name, Meaning.Matrix matrix) {
    return matrix.factor() == 1
        ? matrix.tensor()
        : add(
                name,
                new MatrixOperation.Sum(List.of(matrix.factor())),
                List.of(matrix.tensor()),
                matrix.tensor().size())
            .tensor();
  }

  /** The tensor of a matrix that is asked for. */
  Tensor output(String variable) throws UnsupportedGraphException {
    return multiplied(variable, matrix("output", variable));
  }

  /** The product of a row of weights, given as a column, and a layer's pixels. */
  Meaning pixelSum(String name, String column, Tensor pixels) throws UnsupportedGraphException {
    INDArray weights = readings.constant("matmul", column);
    if (!Arrays.equals(weights.shape(), new long[] {pixels.size().pixels(), 1})) {
      throw new UnsupportedGraphException("matmul", name, "is no sum over pixels");
    }
    boolean alike =
        weights.minNumber().doubleValue() == 1 && weights.maxNumber().doubleValue() == 1;
    Tensor output = readings.newTensor(name, TensorSize.matrix(1, pixels.size().channels()));
    readings.nodes().add(new Node.PixelSum(pixels, alike ? null : weights, output));
    return new Meaning.Matrix(output, 1);
  }

  Meaning product(String name, DynamicCustomOp op, List<String> inputs)
      throws UnsupportedGraphException {
    long[] transposed = op.iArgs();
    Meaning.Matrix a = matrix("matmul", inputs.get(0));
    Meaning.Matrix b = matrix("matmul", inputs.get(1));
    if (transposed[2] != 0 || op.tArgs()[0] != 1 || op.tArgs()[1] != 0) {
      throw new UnsupportedGraphException("matmul", name, "of this kind isn't known");
    }
    boolean left = transposed[0] == 1;
    boolean right = transposed[1] == 1;
    TensorSize sizeA = a.tensor().size();
    TensorSize sizeB = b.tensor().size();
    return add(
        name,
        new MatrixOperation.Product(left, right, a.factor() * b.factor()),
        TensorSize.matrix(
            left ? sizeA.channels() : sizeA.height(), right ? sizeB.height() : sizeB.channels()),
        a,
        b);
  }

  Meaning scaled(double by, String of) throws UnsupportedGraphException {
    Meaning meaning = readings.meaning(of);
    if (meaning instanceof Meaning.Inner inner) {
      return new Meaning.Inner(inner.a(), inner.b(), inner.factor() * by);
    }
    Meaning.Matrix matrix = matrix("mul_scalar", of);
    return new Meaning.Matrix(matrix.tensor(), matrix.factor() * by);
  }

  Meaning sum(String name, List<String> inputs, double sign) throws UnsupportedGraphException {
    Meaning.Matrix a = matrix("add", inputs.get(0));
    Meaning.Matrix b = matrix("add", inputs.get(1));
    if (!a.tensor().size().equals(b.tensor().size())) {
      throw new UnsupportedGraphException("add", name, "is of matrices of two sizes");
    }
    return add(
        name,
        new MatrixOperation.Sum(List.of(a.factor(), sign * b.factor())),
        a.tensor().size(),
        a,
        b);
  }

  /** A matrix times a scalar, or the products of two matrices' elements. */
  Meaning times(String name, List<String> inputs) throws UnsupportedGraphException {
    Meaning.Matrix a = matrix("multiply", inputs.get(0));
    Meaning.Matrix b = matrix("multiply", inputs.get(1));
    double factor = a.factor() * b.factor();
    if (b.tensor().size().equals(SCALAR)) {
      Meaning.Matrix product = add(name, new MatrixOperation.Times(), a.tensor().size(), a, b);
      return new Meaning.Matrix(product.tensor(), factor);
    }
    if (!a.tensor().size().equals(b.tensor().size())) {
      throw new UnsupportedGraphException("multiply", name, "is of matrices of two sizes");
    }
    return new Meaning.Products(a.tensor(), b.tensor(), factor);
  }

  Meaning quotient(String name, List<String> inputs) throws UnsupportedGraphException {
    Meaning.Matrix a = matrix("divide", inputs.get(0));
    Meaning.Matrix b = matrix("divide", inputs.get(1));
    if (!b.tensor().size().equals(SCALAR)) {
      throw new UnsupportedGraphException("divide", name, "is by something else than a scalar");
    }
    Meaning.Matrix quotient = add(name, new MatrixOperation.Quotient(), a.tensor().size(), a, b);
    return new Meaning.Matrix(quotient.tensor(), a.factor() / b.factor());
  }

  Meaning root(String name, String of) throws UnsupportedGraphException {
    Meaning.Matrix matrix = matrix("sqrt", of);
    if (!matrix.tensor().size().equals(SCALAR) || matrix.factor() < 0) {
      throw new UnsupportedGraphException("sqrt", name, "is of something else than a scalar");
    }
    Meaning.Matrix root = add(name, new MatrixOperation.Root(), SCALAR, matrix);
    return new Meaning.Matrix(root.tensor(), Math.sqrt(matrix.factor()));
  }

  Meaning stop(String name, String of) throws UnsupportedGraphException {
    Meaning.Matrix matrix = matrix("stop_gradient", of);
    Meaning.Matrix stopped =
        add(name, new MatrixOperation.Stop(), List.of(matrix.tensor()), matrix.tensor().size());
    return new Meaning.Matrix(stopped.tensor(), matrix.factor());
  }
}
