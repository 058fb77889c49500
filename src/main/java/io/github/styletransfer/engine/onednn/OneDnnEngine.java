package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.onednn.device.Bindings;
import io.github.styletransfer.engine.onednn.operation.CompiledPlan;
import io.github.styletransfer.engine.plan.LossPlan;
import io.github.styletransfer.engine.program.LossSum;
import io.github.styletransfer.engine.program.Program;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.model.Targets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Evaluates losses by a plan that was compiled for their program. */
final class OneDnnEngine implements Engine {
  private final LossModel model;
  private final Program program;
  private final LossPlan plan;
  private final Bindings bindings;
  private final CompiledPlan compiled;
  private boolean bound;

  OneDnnEngine(LossModel model, Program program, LossPlan plan) {
    this.model = model;
    this.program = program;
    this.plan = plan;
    bindings = new Bindings(program.terms().size());
    compiled = CompiledPlan.of(plan.schedule(), plan.arenaBytes(), bindings);
  }

  @Override
  public void bind(Targets targets) {
    Map<String, INDArray> inputs = new HashMap<>(model.bindings(targets));
    inputs.replaceAll((name, array) -> CompiledPlan.plain(array));
    bindings.bind(inputs, sum(model.totalLoss()));
    bound = true;
  }

  @Override
  public Losses evaluate(INDArray image, INDArray gradient) {
    if (!bound) {
      throw new IllegalStateException("no targets are bound");
    }
    bindings.clear();
    compiled.set(plan.image(), image);
    compiled.run();
    compiled.get(plan.gradient(), gradient);
    return model.losses(name -> bindings.value(sum(name)));
  }

  LossPlan plan() {
    return plan;
  }

  /** The plan's steps, to be timed. */
  CompiledPlan compiled() {
    return compiled;
  }

  private LossSum sum(String name) {
    return Objects.requireNonNull(program.sums().get(name), name);
  }

  @Override
  public void close() {
    compiled.close();
  }
}
