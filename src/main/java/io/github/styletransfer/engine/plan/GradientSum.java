package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.plan.ConvolutionAction.Direction;
import io.github.styletransfer.engine.plan.ConvolutionAction.PostOp;
import io.github.styletransfer.engine.program.LossTerm;
import io.github.styletransfer.engine.program.MatrixOperation;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Tensor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A tensor's gradient as it is put together. Visiting a node that takes the tensor adds the node's
 * share, and says whether that has laid the wanted mask on the sum.
 */
final class GradientSum implements Node.Visitor<Boolean> {
  private final BackwardPass pass;
  private final ForwardPass forward;
  private final Schedule schedule;
  private final Tensor tensor;
  private final int errors;
  private Buffer buffer;
  private boolean written;
  private boolean maskWanted;

  /**
   * Nothing is there yet.
   *
   * @param errors how many loss terms are on the tensor itself
   */
  GradientSum(BackwardPass pass, Tensor tensor, int errors) {
    this.pass = pass;
    this.forward = pass.forward();
    this.schedule = pass.schedule();
    this.tensor = tensor;
    this.errors = errors;
    this.buffer = forward.bufferFor(tensor);
  }

  /** Whether the next share is to make the sum 0 where the tensor is, if it can. */
  void wantMask(boolean wanted) {
    maskWanted = wanted;
  }

  @Override
  public Boolean visit(Node.Rectifier node) {
    Buffer given = pass.gradientOf(node.output());
    if (written) {
      schedule.add(new AdditionAction("add gradient " + tensor.name(), given, buffer));
    } else {
      buffer = given;
    }
    written = true;
    return false;
  }

  @Override
  public Boolean visit(Node.Pooling node) {
    Buffer target = beginWritten();
    @Nullable Buffer choices = forward.choices(node);
    schedule.add(new PoolingAction(node, target, pass.gradientOf(node.output()), choices, true));
    return endWritten(target);
  }

  @Override
  public Boolean visit(Node.Convolution node) {
    if (node.window().isDense()) {
      return addDense(node);
    }
    Buffer target = beginWritten();
    schedule.add(
        new StridedGradientAction(
            "conv gradient " + node.output().name(),
            sourceFor(node, target),
            node.output().size(),
            target,
            tensor.size(),
            node.kernel(),
            node.window()));
    return endWritten(target);
  }

  @Override
  public Boolean visit(Node.Concatenation node) {
    clear();
    schedule.add(
        new ConcatenationGradientAction(node, tensor, pass.gradientOf(node.output()), buffer));
    return false;
  }

  /** The output's gradient is weighted in place: nobody else takes it. */
  @Override
  public Boolean visit(Node.Weighting node) {
    Buffer given = pass.gradientOf(node.output());
    schedule.add(
        new WeightingAction("weight gradient " + node.output().name(), node, given, given));
    if (written) {
      schedule.add(new AdditionAction("add gradient " + tensor.name(), given, buffer));
    } else {
      buffer = given;
    }
    written = true;
    return false;
  }

  @Override
  public Boolean visit(Node.Gram node) {
    Buffer matrix = pass.matrixGradient(node);
    boolean transposed = !node.b().equals(tensor);
    Tensor other = transposed ? node.b() : node.a();
    schedule.add(
        new GramGradientAction(
            "gram gradient " + node.output().name(),
            forward.get(other),
            other.size(),
            matrix,
            transposed,
            buffer,
            tensor.size().channels(),
            node.isSymmetric() ? pass.sumsGradient(tensor) : null,
            written));
    written = true;
    return false;
  }

  /** If pixels count alike, its share comes with that of the Gram matrix. */
  @Override
  public Boolean visit(Node.PixelSum node) {
    @Nullable INDArray weights = node.weights();
    if (weights != null) {
      Buffer given = pass.gradientOf(node.output());
      Buffer sums =
          given.type() == buffer.type()
              ? given
              : forward.converted(node.output().name() + " gradient", given, buffer.type());
      schedule.add(new PixelSumGradientAction(node, weights, sums, buffer, written));
      written = true;
    }
    return false;
  }

  @Override
  public Boolean visit(Node.Matrix node) {
    if (!node.constant()) {
      new MatrixGradient(this, node).add(pass.gradientOf(node.output()));
    }
    return false;
  }

  Tensor tensor() {
    return tensor;
  }

  ForwardPass forward() {
    return forward;
  }

  /** Adds the result of an operation on matrices, of the tensor's shape. */
  void add(MatrixOperation operation, MatrixAction.Operand... operands) {
    Buffer share = written ? forward.bufferFor(tensor) : buffer;
    String name = "gradient " + tensor.name();
    MatrixAction.Operand result = new MatrixAction.Operand(share, tensor.size());
    schedule.add(new MatrixAction(name, operation, List.of(operands), result));
    if (written) {
      MatrixAction.Operand sum = new MatrixAction.Operand(buffer, tensor.size());
      schedule.add(
          new MatrixAction(
              name, new MatrixOperation.Sum(List.of(1.0, 1.0)), List.of(sum, result), sum));
    }
    written = true;
  }

  /** The buffer for a share that can't be added to what is there. */
  private Buffer beginWritten() {
    return written ? forward.bufferFor(tensor) : buffer;
  }

  private boolean endWritten(Buffer target) {
    if (written) {
      schedule.add(new AdditionAction("add gradient " + tensor.name(), target, buffer));
    }
    written = true;
    return false;
  }

  private boolean addDense(Node.Convolution node) {
    if (buffer.type() == ElementType.FLOAT32
        && RowBlocks.pays(tensor.size(), node.window().rotated180())) {
      addInBlocks(node);
      addBorder(node, pass.gradientOf(node.output()), null);
      return false;
    }
    Buffer source = sourceFor(node, buffer);
    Action action =
        pass.kernels()
            .convolution(
                new ConvolutionAction(
                    "conv gradient " + node.output().name(),
                    source,
                    node.output().size(),
                    buffer,
                    tensor.size(),
                    node.kernel(),
                    null,
                    node.window().rotated180(),
                    Direction.BACKWARD,
                    written ? PostOp.ADD : PostOp.WRITE));
    written = true;
    Optional<Action> masked = maskWanted ? action.masked(forward.get(tensor)) : Optional.empty();
    schedule.add(masked.orElse(action));
    addBorder(node, source, masked.isPresent() ? forward.get(tensor) : null);
    return masked.isPresent();
  }

  /** The share of the pixels that are seen again beyond the border. */
  private void addBorder(Node.Convolution node, Buffer source, @Nullable Buffer mask) {
    if (node.window().border().isCopied()) {
      schedule.add(
          new BorderGradientAction(
              "border gradient " + node.output().name(),
              source,
              node.output().size(),
              buffer,
              tensor.size(),
              node.window().border(),
              node.kernel(),
              mask));
    }
  }

  private void addInBlocks(Node.Convolution node) {
    RowBlocks blocks =
        RowBlocks.ofGradient(
            node.kernel(), node.output().size(), node.window().rotated180(), tensor.size());
    Buffer wide = new Buffer(ElementType.FLOAT32, blocks.output().elements());
    schedule.add(
        new ConvolutionAction(
            "conv gradient " + node.output().name(),
            pass.gradientOf(node.output()),
            node.output().size(),
            wide,
            blocks.output(),
            blocks.kernel(),
            null,
            blocks.window(),
            Direction.FORWARD,
            PostOp.WRITE));
    schedule.add(
        new RowsAction(
            "rows of gradient " + node.output().name(),
            wide,
            blocks.output().width() * blocks.output().channels(),
            buffer,
            tensor.size().width() * tensor.size().channels(),
            written));
    written = true;
  }

  /** The output's gradient, in a type that a convolution can take for its result's. */
  private Buffer sourceFor(Node.Convolution node, Buffer target) {
    Buffer source = pass.gradientOf(node.output());
    boolean tooExact = source.type() == ElementType.FLOAT32 && target.type() != ElementType.FLOAT32;
    return tooExact
        ? forward.converted(node.output().name() + " gradient", source, target.type())
        : source;
  }

  /**
   * Adds the share of a loss term on the tensor, and computes the term.
   *
   * @param position of the term in the program
   */
  void add(int position, LossTerm term) {
    term.accept(
        new LossTerm.Visitor<Boolean>() {
          @Override
          public Boolean visit(LossTerm.GramError error) {
            return addMatrixError(position, error);
          }

          @Override
          public Boolean visit(LossTerm.FeatureError error) {
            return addFeatureError(position, error);
          }

          @Override
          public Boolean visit(LossTerm.ShiftError error) {
            clear();
            schedule.add(new ShiftErrorAction(error, position, forward.get(tensor), buffer));
            return true;
          }

          @Override
          public Boolean visit(LossTerm.InnerProduct product) {
            clear();
            schedule.add(
                new InnerProductAction(
                    product, position, forward.get(tensor), forward.get(product.other()), buffer));
            return true;
          }
        });
  }

  /** In place, if nobody else takes the matrix. */
  private boolean addMatrixError(int position, LossTerm.GramError error) {
    Buffer matrix = forward.get(tensor);
    if (errors == 1 && !written) {
      buffer = matrix;
    }
    schedule.add(new GramErrorAction(error, position, matrix, buffer, written));
    written = true;
    return true;
  }

  private boolean addFeatureError(int position, LossTerm.FeatureError error) {
    Buffer features = forward.get(tensor);
    if (features.type() == ElementType.FLOAT32) {
      schedule.add(new FeatureErrorAction(error, position, features, buffer, written));
    } else {
      Buffer exact = forward.exact(tensor.name(), features);
      schedule.add(new FeatureErrorAction(error, position, exact, exact, false));
      schedule.add(
          written
              ? new AdditionAction("add gradient " + tensor.name(), exact, buffer)
              : new ConversionAction("convert gradient " + tensor.name(), exact, buffer));
    }
    written = true;
    return true;
  }

  private void clear() {
    if (!written) {
      schedule.add(new ZeroAction("clear gradient " + tensor.name(), buffer));
      written = true;
    }
  }

  /** The whole gradient. */
  Buffer finished() {
    clear();
    return buffer;
  }
}
