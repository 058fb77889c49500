package io.github.styletransfer.engine.reader;

import io.github.styletransfer.engine.program.LossSum;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Program;
import io.github.styletransfer.engine.program.Tensor;
import io.github.styletransfer.engine.program.TensorSize;
import io.github.styletransfer.engine.program.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.api.ops.impl.layers.convolution.AvgPooling2D;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2D;
import org.nd4j.linalg.api.ops.impl.layers.convolution.MaxPooling2D;

/** Reads a SameDiff graph, operation by operation, in the order in which they were added. */
public final class ProgramReader {
  private final SameDiff graph;
  private final Set<String> outputs;
  private final Readings readings;
  private final LayerReader layers;
  private final RectangleReader rectangles;
  private final MatrixReader matrices;
  private final LossReader losses;

  private ProgramReader(SameDiff graph, Collection<String> outputs) {
    this.graph = graph;
    this.outputs = Set.copyOf(outputs);
    this.readings = new Readings(graph, this.outputs);
    this.layers = new LayerReader(readings);
    this.rectangles = new RectangleReader(readings);
    this.matrices = new MatrixReader(readings);
    this.losses = new LossReader(readings, matrices);
  }

  /**
   * Reads the part of a graph that some variables depend on.
   *
   * @param image the name of the placeholder, of known shape [N, H, W, C]
   * @param outputs names of scalars, feature maps and Gram matrices
   * @throws UnsupportedGraphException if the program can't say what the graph says
   */
  public static Program read(SameDiff graph, String image, Collection<String> outputs)
      throws UnsupportedGraphException {
    ProgramReader reader = new ProgramReader(graph, outputs);
    SDVariable placeholder = graph.getVariable(image);
    if (placeholder.dataType() != DataType.FLOAT) {
      throw new UnsupportedGraphException(
          "placeholder", image, "is " + placeholder.dataType() + ", not FLOAT");
    }
    long[] shape = placeholder.getShape();
    Tensor tensor =
        reader.readings.newTensor(image, new TensorSize(shape[0], shape[1], shape[2], shape[3]));
    reader.readings.put(image, new Meaning.Pixels(View.of(tensor)));
    Set<String> needed = reader.needed();
    for (SameDiffOp operation : graph.getOps().values()) {
      if (needed.contains(operation.getOutputsOfOp().get(0))) {
        reader.add(operation);
      }
    }
    return reader.program(tensor);
  }

  /** The names of the variables that the outputs depend on. */
  private Set<String> needed() {
    Set<String> needed = new HashSet<>(outputs);
    List<SameDiffOp> operations = new ArrayList<>(graph.getOps().values());
    for (int i = operations.size() - 1; i >= 0; i--) {
      if (operations.get(i).getOutputsOfOp().stream().anyMatch(needed::contains)) {
        needed.addAll(operations.get(i).getInputsToOp());
      }
    }
    return needed;
  }

  private void add(SameDiffOp operation) throws UnsupportedGraphException {
    String output = operation.getOutputsOfOp().get(0);
    DifferentialFunction op = operation.getOp();
    List<String> inputs = operation.getInputsToOp();
    String first = inputs.get(0);
    readings.put(
        output,
        switch (op.opName()) {
          case "conv2d" -> layers.convolution(output, ((Conv2D) op).getConfig(), inputs);
          case "relu" -> layers.rectifier(output, ((ScalarOp) op).scalar(), first);
          case "maxpool2d" -> layers.pooling(output, ((MaxPooling2D) op).getConfig(), true, first);
          case "avgpool2d" -> layers.pooling(output, ((AvgPooling2D) op).getConfig(), false, first);
          case "strided_slice" -> rectangles.slice(output, ((DynamicCustomOp) op).iArgs(), first);
          case "concat" -> rectangles.concatenation(output, ((DynamicCustomOp) op).iArgs(), inputs);
          case "reshape" -> rectangles.rows(output, ((DynamicCustomOp) op).iArgs(), first);
          case "matmul" -> losses.gram(output, (DynamicCustomOp) op, inputs);
          case "multiply" -> multiplied(output, inputs);
          case "mul_scalar" -> losses.scaled(output, ((ScalarOp) op).scalar(), first);
          case "subtract" -> losses.difference(output, inputs);
          case "divide" -> matrices.quotient(output, inputs);
          case "sqrt" -> matrices.root(output, first);
          case "stop_gradient" -> matrices.stop(output, first);
          case "reduce_sqnorm" -> losses.squares(output, first);
          case "reduce_sum" -> losses.sum(output, op, first);
          case "add" -> losses.total(output, inputs);
          default -> throw new UnsupportedGraphException(op.opName(), output, "isn't known");
        });
  }

  private Meaning multiplied(String output, List<String> inputs) throws UnsupportedGraphException {
    return readings.meaning(inputs.get(0)) instanceof Meaning.Pixels
        ? rectangles.weighting(output, inputs)
        : losses.times(output, inputs);
  }

  private Program program(Tensor image) throws UnsupportedGraphException {
    Map<String, LossSum> sums = new HashMap<>();
    Map<String, Tensor> tensors = new HashMap<>();
    for (String output : outputs) {
      Meaning meaning = readings.meaning(output);
      if (meaning instanceof Meaning.Scalar || meaning instanceof Meaning.Constant) {
        sums.put(output, readings.scalar("output", output));
      } else if (meaning instanceof Meaning.Pixels pixels && pixels.view().isWhole()) {
        tensors.put(output, pixels.view().tensor());
      } else if (meaning instanceof Meaning.Product product) {
        tensors.put(output, product.gram().output());
      } else if (meaning instanceof Meaning.Matrix) {
        tensors.put(output, matrices.output(output));
      } else {
        throw new UnsupportedGraphException("output", output, "is no loss, layer or Gram matrix");
      }
    }
    requireGramMatrices();
    return new Program(image, readings.nodes(), readings.terms(), sums, tensors);
  }

  /**
   * The gradient of a sum over pixels that count alike is taken together with that of a Gram
   * matrix.
   */
  private void requireGramMatrices() throws UnsupportedGraphException {
    for (Node node : readings.nodes()) {
      if (node instanceof Node.PixelSum sum
          && sum.weights() == null
          && readings.nodes().stream()
              .noneMatch(
                  other ->
                      other instanceof Node.Gram gram
                          && gram.isSymmetric()
                          && gram.a().equals(sum.input()))) {
        throw new UnsupportedGraphException(
            "matmul", sum.output().name(), "is of features that have no Gram matrix");
      }
    }
  }
}
