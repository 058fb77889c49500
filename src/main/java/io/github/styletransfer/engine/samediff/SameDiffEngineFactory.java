package io.github.styletransfer.engine.samediff;

import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.Executor;
import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.model.TargetModel;
import io.github.styletransfer.model.Targets;
import io.github.styletransfer.model.loss.TargetName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs the graphs with SameDiff itself. */
public final class SameDiffEngineFactory implements EngineFactory {
  static final String NAME = "samediff";

  /** Java, the native libraries, the network and its rotated kernels. */
  private static final long FIXED_BYTES = 900L << 20;

  /** Activations, their gradients, and copies in the form that matrix products take. */
  private static final double ARRAYS_PER_ACTIVATION = 2.2;

  @Override
  public Engine create(LossModel model, long beside) {
    return new SameDiffEngine(model);
  }

  @Override
  public Executor executor(LossModel model, long beside) {
    return new Executor(NAME, Precision.FLOAT32);
  }

  /** Fitted to the runs on VGG-19 that docs/BENCHMARKS.md lists. */
  @Override
  public long peakBytes(LossModel model, long beside) {
    return FIXED_BYTES
        + beside
        + Math.round(ARRAYS_PER_ACTIVATION * model.activations() * Float.BYTES);
  }

  @Override
  public long targetBytes(TargetModel model, long beside) {
    return FIXED_BYTES
        + beside
        + Math.round(ARRAYS_PER_ACTIVATION * model.activations() * Float.BYTES);
  }

  @Override
  public Targets targets(TargetModel model, INDArray image, long beside) {
    try (GraphSession session = new GraphSession(model.graph())) {
      Map<String, INDArray> arrays =
          session.run(Map.of(model.image(), image), List.copyOf(model.outputs().values()));
      Map<TargetName, INDArray> targets = new HashMap<>();
      model
          .outputs()
          .forEach(
              (name, variable) -> targets.put(name, Objects.requireNonNull(arrays.get(variable))));
      return new Targets(targets);
    }
  }
}
