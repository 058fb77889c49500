package io.github.styletransfer.engine.plan;

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
  private final Kernels kernels;
  private final Schedule schedule;
  private final Map<Tensor, Buffer> gradients = new HashMap<>();
  private final Map<Tensor, Buffer> matrixGradients = new HashMap<>();

  /**
   * Adds nothing yet.
   *
   * @param kernels of the executor
   */
  BackwardPass(Program program, ForwardPass forward, Kernels kernels, Schedule schedule) {
    this.program = program;
    this.forward = forward;
    this.kernels = kernels;
    this.schedule = schedule;
  }

  /**
   * Adds all actions.
   *
   * @return the buffer of the image's gradient
   */
  Buffer run() {
    for (int i = program.nodes().size() - 1; i >= 0; i--) {
      Tensor tensor = program.nodes().get(i).output();
      if (program.isConstant(tensor)) {
        addConstantTerms(tensor);
      } else {
        gradients.put(tensor, gradient(tensor));
      }
    }
    return gradient(program.image());
  }

  /** Adds what gives the gradients of Gram matrices, which are at hand. */
  void runOnMatrices() {
    for (int i = program.nodes().size() - 1; i >= 0; i--) {
      if (program.nodes().get(i) instanceof Node.Gram gram) {
        gradients.put(gram.output(), gradient(gram.output()));
        matrixGradient(gram);
      }
    }
  }

  private void addConstantTerms(Tensor tensor) {
    for (int position = 0; position < program.terms().size(); position++) {
      if (program.terms().get(position) instanceof LossTerm.InnerProduct product
          && product.tensor().equals(tensor)) {
        schedule.add(
            new InnerProductAction(
                product, position, forward.get(tensor), forward.get(product.other()), null));
      }
    }
  }

  /** The gradient of the sums over a tensor's pixels that count alike; null if there are none. */
  @Nullable Buffer sumsGradient(Tensor tensor) {
    return program.users(tensor).stream()
        .filter(node -> node instanceof Node.PixelSum sum && sum.weights() == null)
        .map(node -> gradientOf(node.output()))
        .findFirst()
        .orElse(null);
  }

  ForwardPass forward() {
    return forward;
  }

  Kernels kernels() {
    return kernels;
  }

  Schedule schedule() {
    return schedule;
  }

  /** The complete gradient of a tensor that comes after the one at hand. */
  Buffer gradientOf(Tensor tensor) {
    return Objects.requireNonNull(gradients.get(tensor), tensor.name());
  }

  /** The gradient of a Gram matrix, in the type of the features that it is of. */
  Buffer matrixGradient(Node.Gram gram) {
    return matrixGradients.computeIfAbsent(
        gram.output(),
        matrix -> {
          Buffer exact = gradientOf(matrix);
          ElementType type = forward.type(gram.a());
          return type == exact.type()
              ? exact
              : forward.converted(matrix.name() + " gradient", exact, type);
        });
  }

  private Buffer gradient(Tensor tensor) {
    List<Node> users = program.users(tensor);
    List<LossTerm> terms =
        program.terms().stream().filter(term -> term.tensor().equals(tensor)).toList();
    GradientSum sum = new GradientSum(this, tensor, terms.size());
    of(users, Turn.FIRST).forEach(user -> user.accept(sum));
    addErrors(of(users, Turn.WITH_ERRORS), tensor, sum);
    of(users, Turn.AFTER_ERRORS).forEach(user -> user.accept(sum));
    boolean masked = isMasked(tensor);
    List<Node> last = of(users, Turn.LAST);
    for (int i = 0; i < last.size(); i++) {
      sum.wantMask(masked && i == last.size() - 1);
      masked &= !last.get(i).accept(sum);
    }
    Buffer gradient = sum.finished();
    if (masked) {
      schedule.add(
          new RectifierAction(
              "relu gradient " + tensor.name(), forward.get(tensor), gradient, true));
    }
    return gradient;
  }

  private static List<Node> of(List<Node> users, Turn turn) {
    return users.stream().filter(user -> user.accept(Turn.OF_NODE) == turn).toList();
  }

  /** In the order of the loss terms, be they on the tensor or on a matrix of it. */
  private void addErrors(List<Node> matrices, Tensor tensor, GradientSum sum) {
    List<Node> left = new ArrayList<>(matrices);
    for (int position = 0; position < program.terms().size(); position++) {
      LossTerm term = program.terms().get(position);
      if (term.tensor().equals(tensor)) {
        sum.add(position, term);
      }
      for (Node matrix : List.copyOf(left)) {
        if (matrix.output().equals(term.tensor())) {
          left.remove(matrix);
          matrix.accept(sum);
        }
      }
    }
    left.forEach(matrix -> matrix.accept(sum));
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
        && program.terms().stream().noneMatch(term -> term.tensor().equals(tensor));
  }

  private static boolean isRectified(@Nullable Node producer) {
    return producer instanceof Node.Rectifier
        || (producer instanceof Node.Convolution convolution && convolution.rectified());
  }
}
