package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.onednn.ConvolutionAction.Direction;
import io.github.styletransfer.engine.onednn.ConvolutionAction.PostOp;
import io.github.styletransfer.engine.program.Gram;
import io.github.styletransfer.engine.program.LossTerm;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Program;
import io.github.styletransfer.engine.program.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Adds the losses and the gradient of their sum to a schedule, after the forward pass. Tensor by
 * tensor, last to first, all that a tensor's gradient consists of is brought together: from the
 * nodes that take it, whose outputs' gradients are complete by then, and from the loss terms on it.
 *
 * <p>A rectified tensor's gradient is masked where it is complete, so that it is that of the
 * rectifier's input. If all that takes the tensor is a maximum pooling layer, the mask is laid on
 * the pooled gradient: that is a quarter of the size, and the unpooled tensor needn't be kept.
 */
final class BackwardPass {
  private final Program program;
  private final ForwardPass forward;
  private final MethodChoice methods;
  private final Schedule schedule;
  private final Bindings bindings;
  private final Map<Tensor, Buffer> gradients = new HashMap<>();
  private final Map<Integer, Buffer> gramGradients = new HashMap<>();

  /**
   * Adds nothing yet.
   *
   * @param methods how convolutions are computed
   * @param bindings receive the loss terms
   */
  BackwardPass(
      Program program,
      ForwardPass forward,
      MethodChoice methods,
      Schedule schedule,
      Bindings bindings) {
    this.program = program;
    this.forward = forward;
    this.methods = methods;
    this.schedule = schedule;
    this.bindings = bindings;
  }

  /**
   * Adds all actions.
   *
   * @return the buffer of the image's gradient
   */
  Buffer run() {
    for (int i = program.nodes().size() - 1; i >= 0; i--) {
      Tensor tensor = program.nodes().get(i).output();
      gradients.put(tensor, gradient(tensor));
    }
    return gradient(program.image());
  }

  private Buffer gradient(Tensor tensor) {
    Sum sum = new Sum(tensor);
    List<Node.Convolution> dense = new ArrayList<>();
    List<Node.Concatenation> concatenations = new ArrayList<>();
    for (Node user : program.users(tensor)) {
      if (user instanceof Node.Convolution convolution && convolution.window().isDense()) {
        dense.add(convolution);
      } else if (user instanceof Node.Concatenation concatenation) {
        concatenations.add(concatenation);
      } else {
        sum.addWritten(user);
      }
    }
    for (int term = 0; term < program.terms().size(); term++) {
      if (program.terms().get(term).tensors().contains(tensor)) {
        sum.add(term, program.terms().get(term));
      }
    }
    concatenations.forEach(sum::add);
    boolean masked = isMasked(tensor);
    int last = dense.size() - 1;
    for (int i = 0; i <= last; i++) {
      masked &= !sum.add(dense.get(i), masked && i == last);
    }
    Buffer gradient = sum.finished();
    if (masked) {
      schedule.add(
          new RectifierAction(
              "relu gradient " + tensor.name(), forward.get(tensor), gradient, true));
    }
    return gradient;
  }

  /** Whether a gradient is 0 where its tensor is. */
  private boolean isMasked(Tensor tensor) {
    @Nullable Node producer = forward.producer(tensor);
    boolean ownMask = isRectified(producer) && !isMaskedWhenPooled(tensor);
    boolean pooledMask =
        producer instanceof Node.Pooling pooling && isMaskedWhenPooled(pooling.input());
    return ownMask || pooledMask;
  }

  private boolean isMaskedWhenPooled(Tensor tensor) {
    List<Node> users = program.users(tensor);
    return isRectified(forward.producer(tensor))
        && users.size() == 1
        && users.get(0) instanceof Node.Pooling pooling
        && pooling.max()
        && program.terms().stream().noneMatch(term -> term.tensors().contains(tensor));
  }

  private static boolean isRectified(@Nullable Node producer) {
    return producer instanceof Node.Rectifier
        || (producer instanceof Node.Convolution convolution && convolution.rectified());
  }

  private Buffer gradientOf(Tensor tensor) {
    return Objects.requireNonNull(gradients.get(tensor), tensor.name());
  }

  /** The gradient of a Gram matrix' error with respect to A^T B; the first call computes both. */
  private Buffer gramGradient(int term, LossTerm.GramError error) {
    @Nullable Buffer known = gramGradients.get(term);
    if (known != null) {
      return known;
    }
    Gram gram = error.gram();
    Buffer matrix = new Buffer(ElementType.FLOAT32, gram.elements());
    schedule.add(GramAction.of(gram, forward.get(gram.a()), forward.get(gram.b()), matrix));
    schedule.add(new GramErrorAction(error, term, matrix, matrix, bindings));
    ElementType type = forward.type(gram.a());
    Buffer converted =
        type == matrix.type() ? matrix : forward.converted(gram.name() + " gradient", matrix, type);
    gramGradients.put(term, converted);
    return converted;
  }

  /** A tensor's gradient as it is put together. */
  private final class Sum {
    private final Tensor tensor;
    private Buffer buffer;
    private boolean written;

    Sum(Tensor tensor) {
      this.tensor = tensor;
      this.buffer = forward.bufferFor(tensor);
    }

    /** Adds the share of a node that can't add to what is there. */
    void addWritten(Node user) {
      if (user instanceof Node.Rectifier rectifier) {
        Buffer given = gradientOf(rectifier.output());
        if (written) {
          schedule.add(new AdditionAction("add gradient " + tensor.name(), given, buffer));
        } else {
          buffer = given;
        }
      } else {
        Buffer target = written ? forward.bufferFor(tensor) : buffer;
        if (user instanceof Node.Pooling pooling) {
          schedule.add(
              new PoolingAction(
                  pooling, target, gradientOf(pooling.output()), forward.choices(pooling), true));
        } else {
          addStrided((Node.Convolution) user, target);
        }
        if (written) {
          schedule.add(new AdditionAction("add gradient " + tensor.name(), target, buffer));
        }
      }
      written = true;
    }

    private void addStrided(Node.Convolution node, Buffer target) {
      schedule.add(
          new StridedGradientAction(
              "conv gradient " + node.output().name(),
              sourceFor(node, target),
              node.output().size(),
              target,
              tensor.size(),
              node.kernel(),
              node.window()));
    }

    /** The output's gradient, in a type that a convolution can take for its result's. */
    private Buffer sourceFor(Node.Convolution node, Buffer target) {
      Buffer source = gradientOf(node.output());
      boolean tooExact =
          source.type() == ElementType.FLOAT32 && target.type() != ElementType.FLOAT32;
      return tooExact
          ? forward.converted(node.output().name() + " gradient", source, target.type())
          : source;
    }

    void add(Node.Concatenation node) {
      clear();
      schedule.add(
          new ConcatenationGradientAction(node, tensor, gradientOf(node.output()), buffer));
    }

    /**
     * Adds the share of a dense convolution.
     *
     * @param masked whether the sum shall be 0 where the tensor is
     * @return whether that is done
     */
    boolean add(Node.Convolution node, boolean masked) {
      if (buffer.type() == ElementType.FLOAT32
          && RowBlocks.pays(tensor.size(), node.window().rotated180())) {
        addInBlocks(node);
        return false;
      }
      Action action =
          methods.action(
              new ConvolutionAction(
                  "conv gradient " + node.output().name(),
                  sourceFor(node, buffer),
                  node.output().size(),
                  buffer,
                  tensor.size(),
                  node.kernel(),
                  null,
                  node.window().rotated180(),
                  Direction.BACKWARD,
                  written ? PostOp.ADD : PostOp.WRITE));
      written = true;
      if (masked && action instanceof WinogradAction winograd) {
        schedule.add(winograd.masked(forward.get(tensor)));
        return true;
      }
      schedule.add(action);
      return false;
    }

    private void addInBlocks(Node.Convolution node) {
      RowBlocks blocks =
          RowBlocks.ofGradient(
              node.kernel(), node.output().size(), node.window().rotated180(), tensor.size());
      Buffer wide = new Buffer(ElementType.FLOAT32, blocks.output().elements());
      schedule.add(
          new ConvolutionAction(
              "conv gradient " + node.output().name(),
              gradientOf(node.output()),
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

    void add(int position, LossTerm term) {
      if (term instanceof LossTerm.GramError error) {
        add(position, error);
      } else if (term instanceof LossTerm.FeatureError error) {
        add(position, error);
      } else {
        clear();
        schedule.add(
            new ShiftErrorAction(
                (LossTerm.ShiftError) term, position, forward.get(tensor), buffer, bindings));
      }
    }

    private void add(int position, LossTerm.GramError error) {
      Gram gram = error.gram();
      Buffer matrix = gramGradient(position, error);
      if (gram.b().equals(tensor)) {
        addProduct(gram, gram.a(), matrix, false);
      } else {
        addProduct(gram, gram.b(), matrix, true);
      }
    }

    private void addProduct(Gram gram, Tensor other, Buffer matrix, boolean transposed) {
      schedule.add(
          new GramGradientAction(
              "gram gradient " + gram.name(),
              forward.get(other),
              other.size(),
              matrix,
              transposed,
              buffer,
              tensor.size().channels(),
              written));
      written = true;
    }

    private void add(int position, LossTerm.FeatureError error) {
      Buffer features = forward.get(tensor);
      if (features.type() == ElementType.FLOAT32) {
        schedule.add(new FeatureErrorAction(error, position, features, buffer, written, bindings));
      } else {
        Buffer exact = forward.converted(tensor.name(), features, ElementType.FLOAT32);
        schedule.add(new FeatureErrorAction(error, position, exact, exact, false, bindings));
        schedule.add(
            written
                ? new AdditionAction("add gradient " + tensor.name(), exact, buffer)
                : new ConversionAction("convert gradient " + tensor.name(), exact, buffer));
      }
      written = true;
    }

    private void clear() {
      if (!written) {
        schedule.add(new ZeroAction("clear gradient " + tensor.name(), buffer));
        written = true;
      }
    }

    Buffer finished() {
      clear();
      return buffer;
    }
  }
}
