package io.github.styletransfer.engine.reader;

import io.github.styletransfer.engine.program.LossSum;
import io.github.styletransfer.engine.program.LossTerm;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Tensor;
import io.github.styletransfer.engine.program.TensorSize;
import io.github.styletransfer.engine.program.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What has been read of a graph so far. */
final class Readings {
  private final SameDiff graph;
  private final Set<String> outputs;
  private final Map<String, Meaning> meanings = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<LossTerm> terms = new ArrayList<>();
  private int tensors;

  /**
   * Nothing has been read yet.
   *
   * @param outputs names of the variables that are asked for
   */
  Readings(SameDiff graph, Set<String> outputs) {
    this.graph = graph;
    this.outputs = outputs;
  }

  List<Node> nodes() {
    return nodes;
  }

  List<LossTerm> terms() {
    return terms;
  }

  void put(String variable, Meaning meaning) {
    meanings.put(variable, meaning);
  }

  /** A new tensor. */
  Tensor newTensor(String name, TensorSize size) {
    return new Tensor(tensors++, name, size);
  }

  /** The last node, if it is what gives a variable that nobody else takes. */
  Optional<Node> lastAndOnlyFor(String variable, Tensor tensor) {
    long users =
        graph.getOps().values().stream()
            .filter(operation -> operation.getInputsToOp().contains(variable))
            .count();
    boolean own = users == 1 && !outputs.contains(variable) && !nodes.isEmpty();
    return own && nodes.get(nodes.size() - 1).output().equals(tensor)
        ? Optional.of(nodes.get(nodes.size() - 1))
        : Optional.empty();
  }

  /** Puts a node in the place of the last one. */
  void replaceLast(Node node) {
    nodes.set(nodes.size() - 1, node);
  }

  /** A whole tensor that an operation takes. */
  Tensor tensor(String operation, String variable) throws UnsupportedGraphException {
    View view = pixels(operation, variable);
    if (!view.isWhole()) {
      throw new UnsupportedGraphException(operation, variable, "takes a part of a layer");
    }
    return view.tensor();
  }

  /** A tensor, or a part of it, that an operation takes. */
  View pixels(String operation, String variable) throws UnsupportedGraphException {
    if (meaning(variable) instanceof Meaning.Pixels pixels) {
      return pixels.view();
    }
    throw new UnsupportedGraphException(operation, variable, "takes something else than a layer");
  }

  /** A constant that an operation takes. */
  INDArray constant(String operation, String variable) throws UnsupportedGraphException {
    if (meaning(variable) instanceof Meaning.Constant constant) {
      return constant.value();
    }
    throw new UnsupportedGraphException(operation, variable, "isn't a constant");
  }

  /** A scalar that an operation takes. */
  LossSum scalar(String operation, String variable) throws UnsupportedGraphException {
    Meaning meaning = meaning(variable);
    if (meaning instanceof Meaning.Scalar scalar) {
      return scalar.sum();
    }
    if (meaning instanceof Meaning.Inner inner) {
      terms.add(innerProduct(operation, variable, inner));
      return LossSum.of(terms.size() - 1).times(inner.factor());
    }
    if (meaning instanceof Meaning.Constant constant && constant.value().isScalar()) {
      return new LossSum(constant.value().getDouble(0), List.of());
    }
    throw new UnsupportedGraphException(operation, variable, "isn't a loss");
  }

  private LossTerm innerProduct(String operation, String variable, Meaning.Inner inner)
      throws UnsupportedGraphException {
    if (inner.a().equals(inner.b()) || isConstant(inner.b())) {
      return new LossTerm.InnerProduct(inner.a(), inner.b());
    }
    if (isConstant(inner.a())) {
      return new LossTerm.InnerProduct(inner.b(), inner.a());
    }
    throw new UnsupportedGraphException(operation, variable, "is of two matrices that vary");
  }

  /** Whether a tensor is a constant for the gradient. */
  boolean isConstant(Tensor tensor) {
    return nodes.stream()
        .filter(node -> node.output().equals(tensor))
        .anyMatch(node -> node instanceof Node.Matrix matrix && matrix.constant());
  }

  /** What a variable stands for: what was read, a constant or an input. */
  Meaning meaning(String variable) throws UnsupportedGraphException {
    @Nullable Meaning known = meanings.get(variable);
    if (known != null) {
      return known;
    }
    SDVariable given = graph.getVariable(variable);
    if (given == null
        || (given.getVariableType() != VariableType.PLACEHOLDER
            && given.getVariableType() != VariableType.CONSTANT)) {
      throw new UnsupportedGraphException("variable", variable, "isn't known");
    }
    boolean constant = given.getVariableType() == VariableType.CONSTANT;
    if (given.dataType() != DataType.FLOAT) {
      throw new UnsupportedGraphException(
          constant ? "constant" : "placeholder", variable, "isn't FLOAT");
    }
    return constant
        ? new Meaning.Constant(contiguous(given.getArr()))
        : new Meaning.Input(variable, shape(given));
  }

  private static @Nullable List<Long> shape(SDVariable placeholder) {
    long @Nullable [] shape = placeholder.getShape();
    return shape == null ? null : LongStream.of(shape).boxed().toList();
  }

  private static INDArray contiguous(INDArray value) {
    boolean plain =
        value.ordering() == 'c'
            && !value.isView()
            && Arrays.equals(value.stride(), Nd4j.getStrides(value.shape(), 'c'));
    return plain ? value : value.dup('c');
  }
}
