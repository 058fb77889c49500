package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.Executor;
import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.onednn.operation.CompiledPlan;
import io.github.styletransfer.engine.onednn.tune.KnownTimes;
import io.github.styletransfer.engine.onednn.tune.MethodChoice;
import io.github.styletransfer.engine.onednn.tune.TimedChoice;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.ElementType;
import io.github.styletransfer.engine.plan.Footprint;
import io.github.styletransfer.engine.plan.Kernels;
import io.github.styletransfer.engine.plan.LossPlan;
import io.github.styletransfer.engine.plan.StripPlan;
import io.github.styletransfer.engine.plan.TargetPlan;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Program;
import io.github.styletransfer.engine.program.Tensor;
import io.github.styletransfer.engine.program.TensorSize;
import io.github.styletransfer.engine.reader.ProgramReader;
import io.github.styletransfer.engine.reader.UnsupportedGraphException;
import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.model.TargetModel;
import io.github.styletransfer.model.Targets;
import io.github.styletransfer.model.loss.TargetName;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the graphs on oneDNN, and those that it can't run on another engine. */
public final class OneDnnEngineFactory implements EngineFactory {
  private static final Logger LOG = LoggerFactory.getLogger(OneDnnEngineFactory.class);

  static final String NAME = "onednn";
  private static final long MEGA = 1_000_000;

  private final Precision precision;
  private final long memoryLimit;
  private final MethodChoice methods;
  private final EngineFactory otherwise;

  /**
   * Loads nothing yet.
   *
   * @param memoryLimit bytes that the process may take, as far as that can be helped
   * @param otherwise runs the graphs that have an operation unknown here
   */
  public OneDnnEngineFactory(Precision precision, long memoryLimit, EngineFactory otherwise) {
    this(precision, memoryLimit, MethodChoice.BY_TYPE, otherwise);
  }

  OneDnnEngineFactory(
      Precision precision, long memoryLimit, MethodChoice methods, EngineFactory otherwise) {
    this.precision = precision;
    this.memoryLimit = memoryLimit;
    this.methods = methods;
    this.otherwise = otherwise;
  }

  /**
   * An engine factory that times how a run's convolutions are computed fastest, the first time that
   * it meets a size: it takes about four seconds for VGG-19.
   *
   * @param file keeps the times for later runs; may be used by several processes
   * @param machine the processor, and all else that the times depend on
   */
  public OneDnnEngineFactory timed(Path file, String machine) {
    return new OneDnnEngineFactory(
        precision, memoryLimit, new TimedChoice(new KnownTimes(file), machine), otherwise);
  }

  @Override
  public Engine create(LossModel model, long beside) {
    try {
      Program program = read(model);
      Choice<LossPlan> choice = losses(program, beside);
      Kernels kernels = kernels(methods);
      if (choice.strips().isPresent()) {
        StripPlan plan = choice.strips().get().with(program, precision, kernels);
        LOG.info("Memory is short for the image as a whole: taking it in strips");
        LOG.debug(
            "A plan by strips of {} rows, {} and {} of them, in {} MB",
            plan.rows(),
            plan.first(),
            plan.second(),
            plan.arenaBytes() / MEGA);
        return new OneDnnStripEngine(model, program, plan);
      }
      LossPlan plan = plan(program, kernels, beside);
      LOG.debug(
          "A plan of {} steps in {} MB; layers computed again: {}",
          plan.schedule().actions().size(),
          plan.arenaBytes() / MEGA,
          plan.recomputed());
      return new OneDnnEngine(model, program, plan);
    } catch (UnsupportedGraphException e) {
      warn(e);
      return otherwise.create(model, beside);
    }
  }

  @Override
  public Executor executor(LossModel model, long beside) {
    try {
      return new Executor(NAME, precision, losses(read(model), beside).strips().isPresent());
    } catch (UnsupportedGraphException e) {
      return otherwise.executor(model, beside);
    }
  }

  /**
   * How an image is taken, and in how much memory, all of the process included.
   *
   * @param whole as a whole
   * @param strips by strips, if it is to be
   * @param bytes what that takes
   */
  private record Choice<T>(T whole, Optional<StripPlan> strips, long bytes) {}

  /** By strips what doesn't fit otherwise: they take more time. */
  private Choice<LossPlan> losses(Program program, long beside) {
    Kernels kernels = kernels(MethodChoice.BY_CHANNELS);
    Footprint footprint = new Footprint(program, kernels);
    LossPlan whole = plan(program, kernels, beside);
    long bytes = footprint.ofLosses() + beside + whole.arenaBytes();
    return choice(
        whole,
        bytes,
        footprint.ofStrips(featureType()) + beside,
        limit -> StripPlan.ofLosses(limit, program, precision, kernels));
  }

  private Choice<TargetPlan> targets(Program program, long beside) {
    Kernels kernels = kernels(MethodChoice.BY_TYPE);
    Footprint footprint = new Footprint(program, kernels);
    TargetPlan whole = TargetPlan.of(program, precision, kernels);
    return choice(
        whole,
        footprint.ofTargets() + beside + whole.arenaBytes(),
        footprint.ofTargetStrips(featureType()) + beside,
        limit -> StripPlan.ofTargets(limit, program, precision, kernels));
  }

  private <T> Choice<T> choice(
      T whole, long bytes, long besideStrips, LongFunction<Optional<StripPlan>> planned) {
    if (bytes <= memoryLimit) {
      return new Choice<>(whole, Optional.empty(), bytes);
    }
    Optional<StripPlan> strips =
        planned
            .apply(memoryLimit - besideStrips)
            .filter(plan -> besideStrips + plan.arenaBytes() < bytes);
    return new Choice<>(
        whole, strips, strips.map(plan -> besideStrips + plan.arenaBytes()).orElse(bytes));
  }

  private ElementType featureType() {
    return precision == Precision.BFLOAT16 ? ElementType.BFLOAT16 : ElementType.FLOAT32;
  }

  private static Program read(LossModel model) throws UnsupportedGraphException {
    return read(model.graph(), model.image(), model.outputs());
  }

  private static Program read(SameDiff graph, String image, Collection<String> outputs)
      throws UnsupportedGraphException {
    Program program = ProgramReader.read(graph, image, outputs);
    if (program.image().size().images() != 1) {
      throw new UnsupportedGraphException("placeholder", image, "is several images");
    }
    return program;
  }

  private Kernels kernels(MethodChoice choice) {
    return new OneDnnKernels(precision, choice);
  }

  @Override
  public long peakBytes(LossModel model, long beside) {
    try {
      return losses(read(model), beside).bytes();
    } catch (UnsupportedGraphException e) {
      return otherwise.peakBytes(model, beside);
    }
  }

  @Override
  public long targetBytes(TargetModel model, long beside) {
    try {
      return targets(read(model), beside).bytes();
    } catch (UnsupportedGraphException e) {
      return otherwise.targetBytes(model, beside);
    }
  }

  @Override
  public long keptBytes(TargetModel model, long beside) {
    try {
      return targets(read(model), beside).strips().isPresent()
          ? model.elements() * featureType().bytes()
          : model.elements() * Float.BYTES;
    } catch (UnsupportedGraphException e) {
      return otherwise.keptBytes(model, beside);
    }
  }

  private static Program read(TargetModel model) throws UnsupportedGraphException {
    return read(model.graph(), model.image(), model.outputs().values());
  }

  private LossPlan plan(Program program, Kernels kernels, long beside) {
    long limit = memoryLimit - new Footprint(program, kernels).ofLosses() - beside;
    return LossPlan.within(limit, program, precision, kernels);
  }

  @Override
  public Targets targets(TargetModel model, INDArray image, long beside) {
    Program program;
    try {
      program = read(model);
    } catch (UnsupportedGraphException e) {
      warn(e);
      return otherwise.targets(model, image, beside);
    }
    Choice<TargetPlan> choice = targets(program, beside);
    if (choice.strips().isPresent()) {
      return StripTargets.of(model, program, choice.strips().get(), image);
    }
    TargetPlan plan = choice.whole();
    Map<TargetName, INDArray> targets = new HashMap<>();
    try (CompiledPlan compiled = CompiledPlan.of(plan.schedule(), plan.arenaBytes())) {
      compiled.set(plan.image(), image);
      compiled.run();
      model
          .outputs()
          .forEach(
              (name, variable) -> targets.put(name, target(program, plan, compiled, variable)));
    }
    return new Targets(targets);
  }

  private static INDArray target(
      Program program, TargetPlan plan, CompiledPlan compiled, String variable) {
    Tensor tensor = Objects.requireNonNull(program.outputs().get(variable));
    Buffer buffer = Objects.requireNonNull(plan.outputs().get(variable));
    Optional<Node.Gram> gram = program.gram(tensor);
    TensorSize size = tensor.size();
    INDArray array =
        program.isMatrix(tensor)
            ? Nd4j.createUninitializedDetached(DataType.FLOAT, size.height(), size.channels())
            : Nd4j.createUninitializedDetached(
                DataType.FLOAT, size.images(), size.height(), size.width(), size.channels());
    compiled.get(buffer, array);
    return gram.isPresent() ? array.muli(gram.get().factor()) : array;
  }

  private static void warn(UnsupportedGraphException e) {
    LOG.warn("oneDNN can't run this model, so SameDiff does, more slowly: {}", e.getMessage());
  }
}
