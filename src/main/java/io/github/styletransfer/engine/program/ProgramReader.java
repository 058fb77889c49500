package io.github.styletransfer.engine.program;

import io.github.styletransfer.network.FeatureSize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.enums.WeightsFormat;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.ReduceOp;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.api.ops.impl.layers.convolution.AvgPooling2D;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2D;
import org.nd4j.linalg.api.ops.impl.layers.convolution.MaxPooling2D;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;
import org.nd4j.linalg.factory.Nd4j;

/** Reads a SameDiff graph, operation by operation, in the order in which they were added. */
public final class ProgramReader {
  private static final String NHWC = "NHWC";

  private final SameDiff graph;
  private final Set<String> outputs;
  private final Map<String, Meaning> meanings = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<LossTerm> terms = new ArrayList<>();
  private int tensors;

  private ProgramReader(SameDiff graph, Collection<String> outputs) {
    this.graph = graph;
    this.outputs = Set.copyOf(outputs);
  }

  /**
   * Reads the part of a graph that some variables depend on.
   *
   * @param image the name of the placeholder, of known shape [1, H, W, C]
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
    Tensor tensor = reader.tensor(image, new FeatureSize(shape[1], shape[2], shape[3]));
    reader.meanings.put(image, new Meaning.Pixels(View.of(tensor)));
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

  private Program program(Tensor image) throws UnsupportedGraphException {
    Map<String, LossSum> sums = new HashMap<>();
    Map<String, Tensor> features = new HashMap<>();
    Map<String, Gram> grams = new HashMap<>();
    for (String output : outputs) {
      Meaning meaning = meaning(output);
      if (meaning instanceof Meaning.Scalar scalar) {
        sums.put(output, scalar.sum());
      } else if (meaning instanceof Meaning.Constant constant && constant.value().isScalar()) {
        sums.put(output, new LossSum(constant.value().getDouble(0), List.of()));
      } else if (meaning instanceof Meaning.Pixels pixels && pixels.view().isWhole()) {
        features.put(output, pixels.view().tensor());
      } else if (meaning instanceof Meaning.Product product) {
        grams.put(output, product.gram());
      } else {
        throw new UnsupportedGraphException("output", output, "is no loss, layer or Gram matrix");
      }
    }
    return new Program(image, nodes, terms, sums, features, grams);
  }

  private void add(SameDiffOp operation) throws UnsupportedGraphException {
    String output = operation.getOutputsOfOp().get(0);
    DifferentialFunction op = operation.getOp();
    List<String> inputs = operation.getInputsToOp();
    meanings.put(
        output,
        switch (op.opName()) {
          case "conv2d" -> convolution(output, ((Conv2D) op).getConfig(), inputs);
          case "relu" -> rectifier(output, ((ScalarOp) op).scalar(), inputs.get(0));
          case "maxpool2d" -> pooling(output, ((MaxPooling2D) op).getConfig(), true, inputs.get(0));
          case "avgpool2d" ->
              pooling(output, ((AvgPooling2D) op).getConfig(), false, inputs.get(0));
          case "strided_slice" -> slice(output, ((DynamicCustomOp) op).iArgs(), inputs.get(0));
          case "concat" -> concatenation(output, ((DynamicCustomOp) op).iArgs(), inputs);
          case "reshape" -> rows(output, ((DynamicCustomOp) op).iArgs(), inputs.get(0));
          case "matmul" -> gram(output, (DynamicCustomOp) op, inputs);
          case "multiply" -> scaledByInput(output, inputs);
          case "mul_scalar" -> scaled(output, ((ScalarOp) op).scalar(), inputs.get(0));
          case "subtract" -> difference(output, inputs);
          case "reduce_sqnorm" -> squares(output, inputs.get(0));
          case "reduce_sum" -> sum(output, op, inputs.get(0));
          case "add" -> total(output, inputs);
          default -> throw new UnsupportedGraphException(op.opName(), output, "isn't known");
        });
  }

  private Meaning convolution(String name, Conv2DConfig config, List<String> inputs)
      throws UnsupportedGraphException {
    Tensor input = tensor("conv2d", inputs.get(0));
    INDArray kernel = constant("conv2d", inputs.get(1));
    @Nullable INDArray bias = inputs.size() > 2 ? constant("conv2d", inputs.get(2)) : null;
    boolean plain =
        config.getDH() == 1
            && config.getDW() == 1
            && NHWC.equals(config.getDataFormat())
            && config.getWeightsFormat() == WeightsFormat.YXIO
            && config.getPaddingMode() != PaddingMode.CAUSAL;
    if (!plain || kernel.size(2) != input.size().channels()) {
      throw new UnsupportedGraphException("conv2d", name, "of this kind isn't known");
    }
    Window window =
        config.getPaddingMode() == PaddingMode.SAME
            ? Window.same(
                input.size(), config.getKH(), config.getKW(), config.getSH(), config.getSW())
            : new Window(
                config.getKH(),
                config.getKW(),
                config.getSH(),
                config.getSW(),
                config.getPH(),
                config.getPW(),
                config.getPH(),
                config.getPW());
    Tensor output = tensor(name, window.output(input.size(), kernel.size(3)));
    nodes.add(new Node.Convolution(input, output, kernel, bias, window, false));
    return new Meaning.Pixels(View.of(output));
  }

  private Meaning rectifier(String name, INDArray cutoff, String of)
      throws UnsupportedGraphException {
    Tensor input = tensor("relu", of);
    if (cutoff.getDouble(0) != 0) {
      throw new UnsupportedGraphException("relu", name, "has a cutoff other than 0");
    }
    Tensor output = tensor(name, input.size());
    boolean onlyUser = users(of) == 1 && !outputs.contains(of);
    if (onlyUser
        && nodes.get(nodes.size() - 1) instanceof Node.Convolution convolution
        && convolution.output().equals(input)) {
      nodes.set(
          nodes.size() - 1,
          new Node.Convolution(
              convolution.input(),
              output,
              convolution.kernel(),
              convolution.bias(),
              convolution.window(),
              true));
      meanings.remove(of);
    } else {
      nodes.add(new Node.Rectifier(input, output));
    }
    return new Meaning.Pixels(View.of(output));
  }

  private long users(String variable) {
    return graph.getOps().values().stream()
        .filter(operation -> operation.getInputsToOp().contains(variable))
        .count();
  }

  private Meaning pooling(String name, Pooling2DConfig config, boolean max, String of)
      throws UnsupportedGraphException {
    Tensor input = tensor("pooling", of);
    if (!config.isNHWC()
        || config.getPaddingMode() != PaddingMode.SAME
        || config.getDH() != 1
        || config.getDW() != 1) {
      throw new UnsupportedGraphException("pooling", name, "of this kind isn't known");
    }
    Window window =
        Window.same(input.size(), config.getKH(), config.getKW(), config.getSH(), config.getSW());
    Tensor output = tensor(name, window.output(input.size(), input.size().channels()));
    nodes.add(new Node.Pooling(input, output, window, max));
    return new Meaning.Pixels(View.of(output));
  }

  /** Arguments: five masks; begin, end and stride of the four axes. */
  private Meaning slice(String name, long[] arguments, String of) throws UnsupportedGraphException {
    View view = pixels("strided_slice", of);
    long[] begin = Arrays.copyOfRange(arguments, 5, 9);
    long[] end = Arrays.copyOfRange(arguments, 9, 13);
    long[] rest = Arrays.copyOfRange(arguments, 13, arguments.length);
    boolean masked = Arrays.stream(arguments, 0, 5).anyMatch(mask -> mask != 0);
    boolean plain =
        arguments.length == 17
            && !masked
            && Arrays.stream(rest).allMatch(stride -> stride == 1)
            && begin[3] == 0
            && end[3] == view.size().channels();
    if (!plain) {
      throw new UnsupportedGraphException("strided_slice", name, "of this kind isn't known");
    }
    return new Meaning.Pixels(
        new View(
            view.tensor(),
            view.top() + begin[1],
            view.left() + begin[2],
            new FeatureSize(end[1] - begin[1], end[2] - begin[2], end[3])));
  }

  private Meaning concatenation(String name, long[] arguments, List<String> inputs)
      throws UnsupportedGraphException {
    boolean vertical = arguments[0] == 1;
    if (!vertical && arguments[0] != 2) {
      throw new UnsupportedGraphException("concat", name, "along axis " + arguments[0]);
    }
    List<View> parts = new ArrayList<>();
    long length = 0;
    for (String input : inputs) {
      View part = pixels("concat", input);
      parts.add(part);
      length += vertical ? part.size().height() : part.size().width();
    }
    FeatureSize first = parts.get(0).size();
    Tensor output =
        tensor(
            name,
            vertical
                ? new FeatureSize(length, first.width(), first.channels())
                : new FeatureSize(first.height(), length, first.channels()));
    nodes.add(new Node.Concatenation(parts, vertical, output));
    return new Meaning.Pixels(View.of(output));
  }

  /** Arguments: the order, and the new shape. */
  private Meaning rows(String name, long[] arguments, String of) throws UnsupportedGraphException {
    View view = pixels("reshape", of);
    Tensor input = view.isWhole() ? view.tensor() : copied(of, view);
    FeatureSize size = input.size();
    if (arguments.length != 3
        || arguments[1] != size.height() * size.width()
        || arguments[2] != size.channels()) {
      throw new UnsupportedGraphException("reshape", name, "to something else than rows of pixels");
    }
    return new Meaning.Rows(input);
  }

  /** A part of a tensor as a tensor. */
  private Tensor copied(String name, View view) {
    Tensor output = tensor(name, view.size());
    nodes.add(new Node.Concatenation(List.of(view), true, output));
    return output;
  }

  private Meaning gram(String name, DynamicCustomOp op, List<String> inputs)
      throws UnsupportedGraphException {
    long[] transposed = op.iArgs();
    boolean plain =
        meaning(inputs.get(0)) instanceof Meaning.Rows
            && meaning(inputs.get(1)) instanceof Meaning.Rows
            && transposed[0] == 1
            && transposed[1] == 0
            && transposed[2] == 0
            && op.tArgs()[0] == 1
            && op.tArgs()[1] == 0;
    if (!plain) {
      throw new UnsupportedGraphException("matmul", name, "is no Gram matrix");
    }
    return new Meaning.Product(
        new Gram(
            name,
            ((Meaning.Rows) meaning(inputs.get(0))).tensor(),
            ((Meaning.Rows) meaning(inputs.get(1))).tensor(),
            1));
  }

  private Meaning scaled(String name, INDArray factor, String of) throws UnsupportedGraphException {
    Meaning meaning = meaning(of);
    double by = factor.getDouble(0);
    if (meaning instanceof Meaning.Product product) {
      Gram gram = product.gram();
      return new Meaning.Product(new Gram(name, gram.a(), gram.b(), gram.factor() * by));
    }
    return new Meaning.Scalar(scalar("mul_scalar", of).times(by));
  }

  private Meaning scaledByInput(String name, List<String> inputs) throws UnsupportedGraphException {
    if (meaning(inputs.get(1)) instanceof Meaning.Input input) {
      return new Meaning.Scalar(scalar("multiply", inputs.get(0)).times(input.name()));
    }
    throw new UnsupportedGraphException("multiply", name, "by something else than an input");
  }

  private Meaning difference(String name, List<String> inputs) throws UnsupportedGraphException {
    Meaning from = meaning(inputs.get(0));
    Meaning taken = meaning(inputs.get(1));
    if (from instanceof Meaning.Product product && taken instanceof Meaning.Input input) {
      return new Meaning.Difference(new LossTerm.GramError(product.gram(), input.name()));
    }
    if (from instanceof Meaning.Pixels pixels
        && pixels.view().isWhole()
        && taken instanceof Meaning.Input input) {
      return new Meaning.Difference(
          new LossTerm.FeatureError(pixels.view().tensor(), input.name()));
    }
    if (from instanceof Meaning.Pixels a
        && taken instanceof Meaning.Pixels b
        && a.view().tensor().equals(b.view().tensor())
        && a.view().size().equals(b.view().size())) {
      return new Meaning.Difference(new LossTerm.ShiftError(a.view(), b.view()));
    }
    throw new UnsupportedGraphException("subtract", name, "of this kind isn't known");
  }

  /** Sums over some axes; what is left is summed over by {@link #sum}. */
  private Meaning squares(String name, String of) throws UnsupportedGraphException {
    if (meaning(of) instanceof Meaning.Difference difference) {
      return new Meaning.Squares(difference.term());
    }
    throw new UnsupportedGraphException("reduce_sqnorm", name, "of anything but a difference");
  }

  private Meaning sum(String name, DifferentialFunction op, String of)
      throws UnsupportedGraphException {
    long[] axes = ((ReduceOp) op).dimensions().toLongVector();
    boolean overAll = axes.length == 0 || (axes.length == 1 && axes[0] == Integer.MAX_VALUE);
    if (!(meaning(of) instanceof Meaning.Squares squares) || !overAll) {
      throw new UnsupportedGraphException("reduce_sum", name, "of anything but all squares");
    }
    terms.add(squares.term());
    return new Meaning.Scalar(LossSum.of(terms.size() - 1));
  }

  private Meaning total(String name, List<String> inputs) throws UnsupportedGraphException {
    if (inputs.size() != 2) {
      throw new UnsupportedGraphException("add", name, "of this kind isn't known");
    }
    return new Meaning.Scalar(scalar("add", inputs.get(0)).plus(scalar("add", inputs.get(1))));
  }

  private Tensor tensor(String name, FeatureSize size) {
    return new Tensor(tensors++, name, size);
  }

  private Tensor tensor(String operation, String variable) throws UnsupportedGraphException {
    View view = pixels(operation, variable);
    if (!view.isWhole()) {
      throw new UnsupportedGraphException(operation, variable, "takes a part of a layer");
    }
    return view.tensor();
  }

  private View pixels(String operation, String variable) throws UnsupportedGraphException {
    if (meaning(variable) instanceof Meaning.Pixels pixels) {
      return pixels.view();
    }
    throw new UnsupportedGraphException(operation, variable, "takes something else than a layer");
  }

  private INDArray constant(String operation, String variable) throws UnsupportedGraphException {
    if (meaning(variable) instanceof Meaning.Constant constant) {
      return constant.value();
    }
    throw new UnsupportedGraphException(operation, variable, "isn't a constant");
  }

  private LossSum scalar(String operation, String variable) throws UnsupportedGraphException {
    Meaning meaning = meaning(variable);
    if (meaning instanceof Meaning.Scalar scalar) {
      return scalar.sum();
    }
    if (meaning instanceof Meaning.Constant constant && constant.value().isScalar()) {
      return new LossSum(constant.value().getDouble(0), List.of());
    }
    throw new UnsupportedGraphException(operation, variable, "isn't a loss");
  }

  private Meaning meaning(String variable) throws UnsupportedGraphException {
    @Nullable Meaning known = meanings.get(variable);
    if (known != null) {
      return known;
    }
    SDVariable constant = graph.getVariable(variable);
    if (constant != null && constant.getVariableType() == VariableType.PLACEHOLDER) {
      return input(constant);
    }
    if (constant == null || constant.getVariableType() != VariableType.CONSTANT) {
      throw new UnsupportedGraphException("variable", variable, "isn't known");
    }
    INDArray value = constant.getArr();
    if (value.dataType() != DataType.FLOAT) {
      throw new UnsupportedGraphException("constant", variable, "isn't FLOAT");
    }
    return new Meaning.Constant(contiguous(value));
  }

  private static Meaning input(SDVariable placeholder) throws UnsupportedGraphException {
    if (placeholder.dataType() != DataType.FLOAT) {
      throw new UnsupportedGraphException(
          "placeholder",
          placeholder.name(),
          "is " + placeholder.dataType() + ", not " + DataType.FLOAT);
    }
    return new Meaning.Input(placeholder.name());
  }

  private static INDArray contiguous(INDArray value) {
    boolean plain =
        value.ordering() == 'c'
            && !value.isView()
            && Arrays.equals(value.stride(), Nd4j.getStrides(value.shape(), 'c'));
    return plain ? value : value.dup('c');
  }
}
