package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.plan.ConvolutionAction.Direction;
import io.github.styletransfer.engine.plan.ConvolutionAction.PostOp;
import io.github.styletransfer.engine.plan.StripStep.Phase;
import io.github.styletransfer.engine.program.LossTerm;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Program;
import io.github.styletransfer.engine.program.Tensor;
import io.github.styletransfer.engine.program.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a plan by strips together: the forward pass, and the way back in {@link StripGradients}. */
final class StripPlanner {
  private final StripChain chain;
  private final Program program;
  private final Kernels kernels;
  private final StripLags lags;
  private final boolean gradient;
  private final List<Tensor> tensors;
  private final ForwardPass types;
  private final Schedule schedule = new Schedule();
  private final List<StripStep> steps = new ArrayList<>();
  private final List<Buffer> kept = new ArrayList<>();
  private final List<StripBuffer> maps = new ArrayList<>();
  private final Map<Integer, StripBuffer> choices = new HashMap<>();
  private final Map<StripBuffer, Buffer> carried = new HashMap<>();
  private final Map<Tensor, Buffer> sums = new HashMap<>();

  StripPlanner(
      StripChain chain, Precision precision, Kernels kernels, long rows, boolean gradient) {
    this.chain = chain;
    this.program = chain.program();
    this.kernels = kernels;
    this.gradient = gradient;
    this.tensors = chain.tensors();
    lags = StripLags.of(chain.layers(), rows);
    Buffer nothing = new Buffer(ElementType.FLOAT32, 0);
    types = new ForwardPass(program, precision, kernels, schedule, nothing, false);
  }

  StripPlan plan() {
    makeBuffers();
    begin();
    addForward();
    endFirstPass();
    int second = 0;
    if (gradient) {
      BackwardPass matrices = new BackwardPass(program, types, kernels, schedule);
      sums.forEach(types::put);
      matrices.runOnMatrices();
      while (steps.size() < schedule.size()) {
        steps.add(new StripStep(Phase.MATRICES, null));
      }
      program.nodes().stream()
          .filter(Node.Gram.class::isInstance)
          .forEach(node -> kept.add(matrices.matrixGradient((Node.Gram) node)));
      second = new StripGradients(this, matrices).add();
      persistent().forEach(map -> carry(map, map.oldest(), Phase.BACKWARD));
    }
    kept.forEach(schedule::keep);
    int first = maps.stream().mapToInt(map -> map.freshRows().strips()).max().orElseThrow();
    return new StripPlan(
        schedule, steps, schedule.lay(), lags.steps().get(0), first, second, outputs(), rest());
  }

  private Map<String, Buffer> outputs() {
    Map<String, Buffer> outputs = new HashMap<>();
    program
        .outputs()
        .forEach(
            (name, tensor) -> {
              Buffer sum = sums.get(tensor);
              if (sum != null) {
                outputs.put(name, sum);
              }
            });
    return outputs;
  }

  private Map<Integer, LossTerm.ShiftError> rest() {
    Map<Integer, LossTerm.ShiftError> rest = new HashMap<>();
    for (int i = 0; i < program.terms().size(); i++) {
      if (program.terms().get(i) instanceof LossTerm.ShiftError error) {
        rest.put(i, error);
      }
    }
    return rest;
  }

  StripChain chain() {
    return chain;
  }

  StripLags lags() {
    return lags;
  }

  ForwardPass types() {
    return types;
  }

  Kernels kernels() {
    return kernels;
  }

  /** A tensor's feature maps, by its place in the chain. */
  StripBuffer map(int index) {
    return maps.get(index);
  }

  @Nullable StripBuffer choices(int layer) {
    return choices.get(layer);
  }

  void add(Action action, Phase phase, @Nullable StripRows rows) {
    schedule.add(action);
    steps.add(new StripStep(phase, rows));
  }

  private void makeBuffers() {
    for (int i = 0; i < tensors.size(); i++) {
      Tensor tensor = tensors.get(i);
      long newest = lags.forward().get(i);
      long oldest = Math.max(newest, forwardNeed(i));
      if (isNeededAgain(i) && !isComputedAgain(i)) {
        oldest = Math.max(oldest, lags.backward().get(i));
      }
      maps.add(
          StripBuffer.of(tensor.size(), lags.steps().get(i), oldest, newest, types.type(tensor)));
    }
    for (int i = 0; i < chain.layers().size(); i++) {
      if (gradient && chain.layers().get(i) instanceof Node.Pooling pooling && pooling.max()) {
        choices.put(
            i,
            StripBuffer.of(
                pooling.output().size(),
                lags.steps().get(i + 1),
                lags.backward().get(i + 1),
                lags.forward().get(i + 1),
                ElementType.BYTE));
      }
    }
    for (Tensor tensor : tensors) {
      for (Node.Gram gram : chain.sums(tensor)) {
        sums.put(gram.output(), new Buffer(ElementType.FLOAT32, gram.output().size().elements()));
      }
    }
    kept.addAll(sums.values());
    persistent().forEach(map -> kept.add(map.buffer()));
  }

  /** How many rows before the strip's the layer that takes a tensor begins to read. */
  private long forwardNeed(int index) {
    if (index == chain.layers().size()) {
      return 0;
    }
    long next = lags.forward().get(index + 1);
    Node layer = chain.layers().get(index);
    if (layer instanceof Node.Convolution convolution) {
      return next + convolution.window().top();
    }
    return layer instanceof Node.Pooling ? 2 * next : next;
  }

  /** Whether the way back looks at the values of a tensor. */
  boolean isNeededAgain(int index) {
    if (!gradient || index == 0) {
      return false;
    }
    Tensor tensor = tensors.get(index);
    return isMasked(index)
        || !chain.sums(tensor).isEmpty()
        || program.terms().stream().anyMatch(term -> term.tensor().equals(tensor));
  }

  /** What the first convolution gives takes less time to compute again than to keep for long. */
  boolean isComputedAgain(int index) {
    return index == 1 && isNeededAgain(1) && chain.layers().get(0) instanceof Node.Convolution;
  }

  /** Whether a gradient is 0 where its tensor is. */
  boolean isMasked(int index) {
    boolean own = isRectified(index) && !isMaskedWhenPooled(index);
    return own || (index > 0 && isMaskedWhenPooled(index - 1));
  }

  private boolean isRectified(int index) {
    if (index == 0) {
      return false;
    }
    Node producer = chain.layers().get(index - 1);
    return producer instanceof Node.Rectifier
        || (producer instanceof Node.Convolution convolution && convolution.rectified());
  }

  /** If all that takes a rectified tensor is maximum pooling, the pooled one has the mask. */
  private boolean isMaskedWhenPooled(int index) {
    Tensor tensor = tensors.get(index);
    return isRectified(index)
        && program.users(tensor).size() == 1
        && program.users(tensor).get(0) instanceof Node.Pooling pooling
        && pooling.max()
        && program.terms().stream().noneMatch(term -> term.tensor().equals(tensor));
  }

  /** The buffers of which rows stay where they are from strip to strip. */
  private List<StripBuffer> persistent() {
    List<StripBuffer> result = new ArrayList<>();
    for (int i = 1; i < maps.size(); i++) {
      if (maps.get(i).carried() > 0 && isPersistent(i)) {
        result.add(maps.get(i));
      }
    }
    choices.values().stream().filter(map -> map.carried() > 0).forEach(result::add);
    return result;
  }

  private boolean isPersistent(int index) {
    return isNeededAgain(index) && !isComputedAgain(index);
  }

  private void begin() {
    sums.values().forEach(sum -> add(new ZeroAction("clear sum", sum), Phase.SUMS_BEGIN, null));
    persistent()
        .forEach(map -> add(new ZeroAction("clear rows", map.buffer()), Phase.PASS_BEGIN, null));
    for (int i = 1; i < maps.size(); i++) {
      if (!isPersistent(i)) {
        keepCarried(maps.get(i));
      }
    }
  }

  /** Reserves memory for the rows that are kept from strip to strip, beside a buffer. */
  void keepCarried(StripBuffer map) {
    if (map.carried() > 0) {
      Buffer rows =
          new Buffer(map.buffer().type(), map.part(map.oldest(), map.carried()).elements());
      carried.put(map, rows);
      kept.add(rows);
      add(new ZeroAction("clear rows", rows), Phase.PASS_BEGIN, null);
    }
  }

  /** Brings the rows back that the strip before has left. */
  void restore(StripBuffer map, Phase phase) {
    Buffer rows = carried.get(map);
    if (rows != null) {
      add(new MoveAction("take rows", rows, map.part(map.oldest(), map.carried())), phase, null);
    }
  }

  /** Puts the rows aside that the next strip needs. */
  void save(StripBuffer map, Phase phase) {
    Buffer rows = carried.get(map);
    if (rows != null) {
      Buffer last = map.part(map.oldest() - map.step(), map.carried());
      add(new MoveAction("keep rows", last, rows), phase, null);
    }
  }

  private void addForward() {
    StripBuffer image = maps.get(0);
    long need = image.step() + image.carried();
    add(
        new TransferAction(
            "image", StripPlan.IMAGE, image.buffer(), image.rows(image.oldest(), need), true),
        Phase.FORWARD,
        null);
    for (int i = 0; i < chain.layers().size(); i++) {
      StripBuffer to = maps.get(i + 1);
      restore(to, Phase.FORWARD);
      addLayer(i, maps.get(i), to, Phase.FORWARD);
      if (i > 0) {
        save(maps.get(i), Phase.FORWARD);
      }
      addSums(i + 1);
    }
  }

  /** Adds the computation of a tensor's new rows. */
  void addLayer(int layer, StripBuffer from, StripBuffer to, Phase phase) {
    StripRows rows = to.freshRows();
    Node node = chain.layers().get(layer);
    if (node instanceof Node.Convolution convolution) {
      addConvolution(convolution, from, to, phase);
    } else if (node instanceof Node.Pooling pooling) {
      addPooling(layer, pooling, from, to);
    } else {
      add(
          new RectifierAction(
              "relu " + node.output().name(), from.strip(to.newest()), to.fresh(), false),
          phase,
          rows);
    }
    add(
        new OutsideAction(
            "border of " + node.output().name(), to.fresh(), rows, OutsideAction.Kind.CLEAR),
        phase,
        null);
  }

  private void addConvolution(
      Node.Convolution node, StripBuffer from, StripBuffer to, Phase phase) {
    Window window = node.window();
    long count = to.step() + window.height() - 1;
    Buffer input = from.part(to.newest() + window.top(), count);
    ElementType type = to.buffer().type();
    if (input.type() != type) {
      Buffer converted = new Buffer(type, input.elements());
      add(
          new ConversionAction("convert " + node.input().name(), input, converted),
          phase,
          to.freshRows());
      input = converted;
    }
    Action convolution =
        kernels.convolution(
            new ConvolutionAction(
                "conv " + node.output().name(),
                input,
                from.sized(count),
                to.fresh(),
                to.sized(to.step()),
                node.kernel(),
                node.bias(),
                byRows(window),
                Direction.FORWARD,
                node.rectified() ? PostOp.RECTIFY : PostOp.WRITE));
    add(convolution, phase, to.freshRows());
  }

  /** A window whose rows above and below are there. */
  static Window byRows(Window window) {
    return new Window(
        window.height(),
        window.width(),
        window.strideY(),
        window.strideX(),
        0,
        window.left(),
        0,
        window.right());
  }

  private void addPooling(int layer, Node.Pooling node, StripBuffer from, StripBuffer to) {
    Buffer input = from.strip(2 * to.newest());
    if (isOdd(node)) {
      add(
          new OutsideAction(
              "last row of " + node.input().name(),
              input,
              from.rows(2 * to.newest(), from.step()),
              OutsideAction.Kind.REPEAT),
          Phase.FORWARD,
          null);
    }
    StripBuffer taken = choices.get(layer);
    add(
        new PoolingAction(
            ofStrip(node, from, to),
            input,
            to.fresh(),
            taken == null ? null : taken.fresh(),
            false),
        Phase.FORWARD,
        to.freshRows());
  }

  static boolean isOdd(Node.Pooling node) {
    return node.input().size().height() % 2 != 0;
  }

  /** A layer that takes a strip's rows to the next tensor's new ones. */
  static Node.Pooling ofStrip(Node.Pooling node, StripBuffer from, StripBuffer to) {
    return new Node.Pooling(
        sized(node.input(), from), sized(node.output(), to), byRows(node.window()), node.max());
  }

  private static Tensor sized(Tensor tensor, StripBuffer map) {
    return new Tensor(tensor.index(), tensor.name(), map.sized(map.step()));
  }

  private void addSums(int index) {
    StripBuffer map = maps.get(index);
    Tensor tensor = tensors.get(index);
    for (Node.Gram gram : chain.sums(tensor)) {
      Tensor strip = sized(tensor, map);
      Node.Gram ofStrip = new Node.Gram(strip, strip, gram.factor(), gram.output());
      Buffer share = new Buffer(ElementType.FLOAT32, gram.output().size().elements());
      add(
          kernels.gram(new GramAction(ofStrip, map.fresh(), map.fresh(), share)),
          Phase.SUMS,
          map.freshRows());
      add(
          new AdditionAction("add " + gram.output().name(), share, sum(gram)),
          Phase.SUMS,
          map.freshRows());
    }
    program
        .outputs()
        .forEach(
            (name, output) -> {
              if (output.equals(tensor)) {
                add(
                    new TransferAction("write " + name, name, map.fresh(), map.freshRows(), false),
                    Phase.SUMS,
                    map.freshRows());
              }
            });
  }

  private Buffer sum(Node.Gram gram) {
    return Objects.requireNonNull(sums.get(gram.output()), gram.output().name());
  }

  private void endFirstPass() {
    for (int i = 1; i < maps.size(); i++) {
      if (isPersistent(i)) {
        carry(maps.get(i), forwardNeed(i), Phase.SUMS_END);
      }
    }
  }

  /** Moves the rows on that are needed in the next strip. */
  private void carry(StripBuffer map, long lag, Phase phase) {
    long count = lag - map.newest();
    if (count > 0) {
      add(
          new MoveAction("move rows", map.part(lag - map.step(), count), map.part(lag, count)),
          phase,
          null);
    }
  }
}
