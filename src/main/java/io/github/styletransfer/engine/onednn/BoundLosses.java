package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.onednn.device.Bindings;
import io.github.styletransfer.engine.onednn.operation.CompiledPlan;
import io.github.styletransfer.engine.program.LossSum;
import io.github.styletransfer.engine.program.Program;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.model.Targets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A loss model's targets and losses, as what runs its program has them. */
final class BoundLosses {
  private final LossModel model;
  private final Program program;
  private final Bindings bindings;
  private boolean bound;

  BoundLosses(LossModel model, Program program) {
    this.model = model;
    this.program = program;
    bindings = new Bindings(program.terms().size());
  }

  Bindings bindings() {
    return bindings;
  }

  void bind(Targets targets) {
    Map<String, INDArray> inputs = new HashMap<>(model.bindings(targets));
    inputs.replaceAll((name, array) -> CompiledPlan.plain(array));
    bindings.bind(inputs, sum(model.totalLoss()));
    bound = true;
  }

  /**
   * Forgets the last evaluation's values.
   *
   * @throws IllegalStateException if no targets are bound
   */
  void begin() {
    if (!bound) {
      throw new IllegalStateException("no targets are bound");
    }
    bindings.clear();
  }

  /** Of the values that have been computed. */
  Losses losses() {
    return model.losses(name -> bindings.value(sum(name)));
  }

  private LossSum sum(String name) {
    return Objects.requireNonNull(program.sums().get(name), name);
  }
}
