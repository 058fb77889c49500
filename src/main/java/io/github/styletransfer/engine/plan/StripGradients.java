package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.plan.ConvolutionAction.Direction;
import io.github.styletransfer.engine.plan.ConvolutionAction.PostOp;
import io.github.styletransfer.engine.plan.StripStep.Phase;
import io.github.styletransfer.engine.program.LossTerm;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Program;
import io.github.styletransfer.engine.program.Tensor;
import io.github.styletransfer.engine.program.TensorSize;
import io.github.styletransfer.engine.program.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds the way back to a plan by strips, from the last layer to the image. */
final class StripGradients {
  private final StripPlanner planner;
  private final BackwardPass matrices;
  private final StripChain chain;
  private final Program program;
  private final List<Tensor> tensors;
  private final ForwardPass types;
  private final Map<Integer, StripBuffer> gradients = new HashMap<>();

  /** The tensor's values, its gradient, and whether anything was written there. */
  private @Nullable Buffer values;

  private boolean written;

  /**
   * Adds nothing yet.
   *
   * @param matrices has the gradients of Gram matrices
   */
  StripGradients(StripPlanner planner, BackwardPass matrices) {
    this.planner = planner;
    this.matrices = matrices;
    this.chain = planner.chain();
    this.program = chain.program();
    this.tensors = chain.tensors();
    this.types = planner.types();
  }

  /**
   * Adds all actions.
   *
   * @return how many strips the image's gradient takes
   */
  int add() {
    for (int i = 0; i < tensors.size(); i++) {
      StripBuffer gradient = gradient(i);
      gradients.put(i, gradient);
      planner.keepCarried(gradient);
    }
    for (int i = tensors.size() - 1; i >= 0; i--) {
      add(i);
      if (i + 1 < tensors.size()) {
        planner.save(of(i + 1), Phase.BACKWARD);
      }
    }
    StripBuffer image = of(0);
    planner.add(
        new TransferAction("gradient", StripPlan.GRADIENT, image.fresh(), image.freshRows(), false),
        Phase.BACKWARD,
        null);
    return image.freshRows().strips();
  }

  private StripBuffer gradient(int index) {
    Tensor tensor = tensors.get(index);
    long newest = planner.lags().backward().get(index);
    long oldest = newest;
    if (index > 0 && chain.layers().get(index - 1) instanceof Node.Convolution convolution) {
      oldest += convolution.window().height() - 1;
    }
    return StripBuffer.of(
        tensor.size(), planner.lags().steps().get(index), oldest, newest, types.type(tensor));
  }

  private StripBuffer of(int index) {
    return Objects.requireNonNull(gradients.get(index));
  }

  private void add(int index) {
    StripBuffer gradient = of(index);
    planner.restore(gradient, Phase.BACKWARD);
    written = false;
    values = values(index);
    Optional<Node> layer =
        index < chain.layers().size() ? Optional.of(chain.layers().get(index)) : Optional.empty();
    layer.ifPresent(node -> addBefore(index, node, gradient));
    addErrors(tensors.get(index), gradient);
    boolean masked = planner.isMasked(index);
    if (layer.isPresent() && layer.get() instanceof Node.Convolution convolution) {
      masked &= !addConvolution(index, convolution, gradient, masked);
    }
    if (!written) {
      add(new ZeroAction("clear gradient " + name(index), gradient.fresh()), gradient);
    }
    if (masked) {
      add(
          new RectifierAction(
              "relu gradient " + name(index), neededValues(), gradient.fresh(), true),
          gradient);
    }
    planner.add(
        new OutsideAction(
            "border of gradient " + name(index),
            gradient.fresh(),
            gradient.freshRows(),
            OutsideAction.Kind.CLEAR),
        Phase.BACKWARD,
        null);
  }

  private String name(int index) {
    return tensors.get(index).name();
  }

  private Buffer neededValues() {
    return Objects.requireNonNull(values);
  }

  /** Adds an action on a gradient's new rows. */
  private void add(Action action, StripBuffer gradient) {
    planner.add(action, Phase.BACKWARD, gradient.freshRows());
  }

  /** The rows of a tensor whose gradient is next; null if they don't matter. */
  private @Nullable Buffer values(int index) {
    if (!planner.isNeededAgain(index)) {
      return null;
    }
    long lag = planner.lags().backward().get(index);
    if (!planner.isComputedAgain(index)) {
      return planner.map(index).strip(lag);
    }
    StripBuffer again =
        StripBuffer.of(
            tensors.get(index).size(),
            planner.lags().steps().get(index),
            lag,
            lag,
            types.type(tensors.get(index)));
    Window window = ((Node.Convolution) chain.layers().get(0)).window();
    StripBuffer image = planner.map(0);
    StripBuffer rows =
        StripBuffer.of(
            image.size(),
            image.step(),
            lag + window.top(),
            lag - (window.height() - 1 - window.top()),
            ElementType.FLOAT32);
    planner.add(
        new TransferAction(
            "image again",
            StripPlan.IMAGE,
            rows.buffer(),
            rows.rows(rows.oldest(), rows.step() + rows.carried()),
            true),
        Phase.BACKWARD,
        null);
    planner.addLayer(0, rows, again, Phase.BACKWARD);
    return again.fresh();
  }

  /** Adds the share of a layer that writes its input's gradient. */
  private void addBefore(int index, Node layer, StripBuffer gradient) {
    StripBuffer next = of(index + 1);
    if (layer instanceof Node.Rectifier) {
      add(new MoveAction("add gradient " + name(index), next.fresh(), gradient.fresh()), gradient);
      written = true;
    } else if (layer instanceof Node.Pooling pooling) {
      StripBuffer taken = planner.choices(index);
      add(
          new PoolingAction(
              StripPlanner.ofStrip(pooling, gradient, next),
              gradient.fresh(),
              next.fresh(),
              taken == null ? null : taken.strip(next.newest()),
              true),
          gradient);
      if (StripPlanner.isOdd(pooling)) {
        planner.add(
            new OutsideAction(
                "last row of gradient " + name(index),
                gradient.fresh(),
                gradient.freshRows(),
                OutsideAction.Kind.FOLD),
            Phase.BACKWARD,
            null);
      }
      written = true;
    }
  }

  /** In the order of the loss terms, be they on the tensor or on a matrix of it. */
  private void addErrors(Tensor tensor, StripBuffer gradient) {
    List<Node.Gram> left = new ArrayList<>(chain.sums(tensor));
    for (int position = 0; position < program.terms().size(); position++) {
      LossTerm term = program.terms().get(position);
      if (term instanceof LossTerm.FeatureError error && error.tensor().equals(tensor)) {
        addFeatureError(position, error, gradient);
      }
      for (Node.Gram gram : List.copyOf(left)) {
        if (gram.output().equals(term.tensor())) {
          left.remove(gram);
          addMatrix(gram, gradient);
        }
      }
    }
    left.forEach(gram -> addMatrix(gram, gradient));
  }

  private void addMatrix(Node.Gram gram, StripBuffer gradient) {
    add(
        new GramGradientAction(
            "gram gradient " + gram.output().name(),
            neededValues(),
            gradient.sized(gradient.step()),
            matrices.matrixGradient(gram),
            false,
            gradient.fresh(),
            gradient.size().channels(),
            null,
            written),
        gradient);
    written = true;
  }

  private void addFeatureError(int position, LossTerm.FeatureError error, StripBuffer gradient) {
    Buffer features = neededValues();
    String name = error.tensor().name();
    if (features.type() == ElementType.FLOAT32) {
      add(
          new FeatureErrorAction(
              error, position, features, gradient.fresh(), written, gradient.freshRows()),
          gradient);
    } else {
      Buffer exact = new Buffer(ElementType.FLOAT32, features.elements());
      add(new ConversionAction("convert " + name, features, exact), gradient);
      add(
          new FeatureErrorAction(error, position, exact, exact, false, gradient.freshRows()),
          gradient);
      add(
          written
              ? new AdditionAction("add gradient " + name, exact, gradient.fresh())
              : new ConversionAction("convert gradient " + name, exact, gradient.fresh()),
          gradient);
    }
    written = true;
  }

  /** Adds a convolution's share; whether that has laid the mask on the sum. */
  private boolean addConvolution(
      int index, Node.Convolution node, StripBuffer gradient, boolean masked) {
    StripBuffer next = of(index + 1);
    Window window = StripPlanner.byRows(node.window().rotated180());
    long count = gradient.step() + node.window().height() - 1;
    Buffer source = next.part(next.oldest(), count);
    if (gradient.buffer().type() == ElementType.FLOAT32
        && RowBlocks.pays(gradient.sized(gradient.step()), window)) {
      addInBlocks(node, window, source, next.sized(count), gradient);
      return false;
    }
    ElementType type = gradient.buffer().type();
    if (source.type() == ElementType.FLOAT32 && type != ElementType.FLOAT32) {
      Buffer converted = new Buffer(type, source.elements());
      String name = "convert gradient " + node.output().name();
      add(new ConversionAction(name, source, converted), gradient);
      source = converted;
    }
    Action action =
        planner
            .kernels()
            .convolution(
                new ConvolutionAction(
                    "conv gradient " + node.output().name(),
                    source,
                    next.sized(count),
                    gradient.fresh(),
                    gradient.sized(gradient.step()),
                    node.kernel(),
                    null,
                    window,
                    Direction.BACKWARD,
                    written ? PostOp.ADD : PostOp.WRITE));
    written = true;
    Optional<Action> withMask = masked ? action.masked(neededValues()) : Optional.empty();
    add(withMask.orElse(action), gradient);
    return withMask.isPresent();
  }

  private void addInBlocks(
      Node.Convolution node,
      Window window,
      Buffer source,
      TensorSize sourceSize,
      StripBuffer gradient) {
    RowBlocks blocks =
        RowBlocks.ofGradient(node.kernel(), sourceSize, window, gradient.sized(gradient.step()));
    Buffer wide = new Buffer(ElementType.FLOAT32, blocks.output().elements());
    add(
        new ConvolutionAction(
            "conv gradient " + node.output().name(),
            source,
            sourceSize,
            wide,
            blocks.output(),
            blocks.kernel(),
            null,
            blocks.window(),
            Direction.FORWARD,
            PostOp.WRITE),
        gradient);
    add(
        new RowsAction(
            "rows of gradient " + node.output().name(),
            wide,
            blocks.output().width() * blocks.output().channels(),
            gradient.fresh(),
            gradient.size().width() * gradient.size().channels(),
            written),
        gradient);
    written = true;
  }
}
