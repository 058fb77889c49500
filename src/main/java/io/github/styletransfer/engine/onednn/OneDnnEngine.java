package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.onednn.operation.CompiledPlan;
import io.github.styletransfer.engine.plan.LossPlan;
import io.github.styletransfer.engine.program.Program;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.model.Targets;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Evaluates losses by a plan that was compiled for their program. */
final class OneDnnEngine implements Engine {
  private final LossPlan plan;
  private final BoundLosses losses;
  private final CompiledPlan compiled;

  OneDnnEngine(LossModel model, Program program, LossPlan plan) {
    this.plan = plan;
    losses = new BoundLosses(model, program);
    compiled = CompiledPlan.of(plan.schedule(), plan.arenaBytes(), losses.bindings());
  }

  @Override
  public void bind(Targets targets) {
    losses.bind(targets);
  }

  @Override
  public Losses evaluate(INDArray image, INDArray gradient) {
    losses.begin();
    compiled.set(plan.image(), image);
    compiled.run();
    compiled.get(plan.gradient(), gradient);
    return losses.losses();
  }

  LossPlan plan() {
    return plan;
  }

  /** The plan's steps, to be timed. */
  CompiledPlan compiled() {
    return compiled;
  }

  @Override
  public void close() {
    compiled.close();
  }
}
