package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.plan.ConvolutionAction.Direction;
import io.github.styletransfer.engine.plan.ConvolutionAction.PostOp;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Program;
import io.github.styletransfer.engine.program.Tensor;
import io.github.styletransfer.engine.program.TensorSize;
import io.github.styletransfer.engine.program.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Adds the computation of a program's tensors to a schedule. A tensor that isn't at hand is
 * computed again, from those that are, whenever it is asked for.
 */
final class ForwardPass implements Node.Visitor<Buffer> {
  /**
   * Tensors of fewer channels are images, blurred or with a border: they stay in float32, and cost
   * little. So do matrices.
   */
  private static final long FEWEST_FEATURE_MAPS = 8;

  private final Program program;
  private final Precision precision;
  private final Kernels kernels;
  private final Schedule schedule;
  private final boolean choicesWanted;
  private final Map<Tensor, Node> producers = new HashMap<>();
  private final Map<Tensor, Buffer> atHand = new HashMap<>();
  private final Map<Tensor, Buffer> choices = new HashMap<>();

  /**
   * Has nothing at hand but the image.
   *
   * @param kernels of the executor
   * @param image the buffer that holds the image
   * @param choicesWanted whether pooling layers remember which elements they took
   */
  ForwardPass(
      Program program,
      Precision precision,
      Kernels kernels,
      Schedule schedule,
      Buffer image,
      boolean choicesWanted) {
    this.program = program;
    this.precision = precision;
    this.kernels = kernels;
    this.schedule = schedule;
    this.choicesWanted = choicesWanted;
    program.nodes().forEach(node -> producers.put(node.output(), node));
    atHand.put(program.image(), image);
  }

  /** The type that a tensor and its gradient have. */
  ElementType type(Tensor tensor) {
    return precision == Precision.BFLOAT16
            && tensor.size().channels() >= FEWEST_FEATURE_MAPS
            && !program.isMatrix(tensor)
        ? ElementType.BFLOAT16
        : ElementType.FLOAT32;
  }

  /** A new buffer of a tensor's size and type. */
  Buffer bufferFor(Tensor tensor) {
    return new Buffer(type(tensor), tensor.size().elements());
  }

  /** What computes a tensor; null for the image. */
  @Nullable Node producer(Tensor tensor) {
    return producers.get(tensor);
  }

  /** A tensor's buffer, computed if it isn't at hand. */
  Buffer get(Tensor tensor) {
    @Nullable Buffer known = atHand.get(tensor);
    if (known != null) {
      return known;
    }
    Buffer computed = Objects.requireNonNull(producers.get(tensor)).accept(this);
    atHand.put(tensor, computed);
    return computed;
  }

  /** Takes a tensor as it is computed elsewhere. */
  void put(Tensor tensor, Buffer buffer) {
    atHand.put(tensor, buffer);
  }

  /** Leaves a tensor's buffer to others; it will be computed again if it is asked for. */
  void forget(Tensor tensor) {
    atHand.remove(tensor);
  }

  /** Which elements a pooling layer took, if it takes the largest. */
  @Nullable Buffer choices(Node.Pooling pooling) {
    return choices.get(pooling.output());
  }

  /** A tensor's values in float32. */
  Buffer exact(String name, Buffer buffer) {
    return buffer.type() == ElementType.FLOAT32
        ? buffer
        : converted(name, buffer, ElementType.FLOAT32);
  }

  /** A tensor's values in another type, in a buffer of its own. */
  Buffer converted(String name, Buffer from, ElementType type) {
    Buffer to = new Buffer(type, from.elements());
    schedule.add(new ConversionAction("convert " + name, from, to));
    return to;
  }

  @Override
  public Buffer visit(Node.Convolution node) {
    Buffer input = get(node.input());
    Buffer output = bufferFor(node.output());
    if (input.type() != output.type()) {
      input = converted(node.input().name(), input, output.type());
    }
    ConvolutionAction convolution =
        new ConvolutionAction(
            "conv " + node.output().name(),
            input,
            node.input().size(),
            output,
            node.output().size(),
            node.kernel(),
            node.bias(),
            node.window(),
            Direction.FORWARD,
            node.rectified() ? PostOp.RECTIFY : PostOp.WRITE);
    Action action = kernels.convolution(convolution);
    if (node.window().border().isCopied() && action.equals(convolution)) {
      TensorSize size = BorderAction.bordered(node.input().size(), node.window());
      Buffer bordered = new Buffer(input.type(), size.elements());
      schedule.add(
          new BorderAction(
              "border " + node.input().name(),
              input,
              node.input().size(),
              node.window().border(),
              bordered));
      action = convolution.ofBordered(bordered);
    }
    schedule.add(action);
    return output;
  }

  @Override
  public Buffer visit(Node.Rectifier node) {
    Buffer input = get(node.input());
    Buffer output = bufferFor(node.output());
    schedule.add(new RectifierAction("relu " + node.output().name(), input, output, false));
    return output;
  }

  @Override
  public Buffer visit(Node.Pooling node) {
    Buffer input = get(node.input());
    Buffer output = bufferFor(node.output());
    @Nullable Buffer taken = null;
    if (node.max() && choicesWanted) {
      taken = new Buffer(ElementType.BYTE, node.output().size().elements());
      choices.put(node.output(), taken);
    }
    schedule.add(new PoolingAction(node, input, output, taken, false));
    return output;
  }

  @Override
  public Buffer visit(Node.Concatenation node) {
    List<Buffer> inputs = node.parts().stream().map(View::tensor).map(this::get).toList();
    Buffer output = bufferFor(node.output());
    schedule.add(new ConcatenationAction(node, inputs, output));
    return output;
  }

  @Override
  public Buffer visit(Node.Weighting node) {
    Buffer input = get(node.input());
    Buffer output = bufferFor(node.output());
    schedule.add(new WeightingAction("weight " + node.output().name(), node, input, output));
    return output;
  }

  /** Without its factor. */
  @Override
  public Buffer visit(Node.Gram node) {
    Buffer matrix = bufferFor(node.output());
    schedule.add(kernels.gram(new GramAction(node, get(node.a()), get(node.b()), matrix)));
    return matrix;
  }

  @Override
  public Buffer visit(Node.PixelSum node) {
    Buffer sums = bufferFor(node.output());
    schedule.add(new PixelSumAction(node, get(node.input()), sums));
    return sums;
  }

  @Override
  public Buffer visit(Node.Matrix node) {
    List<MatrixAction.Operand> operands = node.operands().stream().map(this::operand).toList();
    MatrixAction.Operand output =
        new MatrixAction.Operand(bufferFor(node.output()), node.output().size());
    schedule.add(
        new MatrixAction("matrix " + node.output().name(), node.operation(), operands, output));
    return output.buffer();
  }

  /** A matrix, computed if it isn't at hand. */
  MatrixAction.Operand operand(Tensor matrix) {
    return new MatrixAction.Operand(get(matrix), matrix.size());
  }

  /** Computes all of the program's tensors, in order. */
  void run() {
    program.nodes().forEach(node -> get(node.output()));
  }
}
