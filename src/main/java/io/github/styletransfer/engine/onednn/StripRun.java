package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.onednn.device.Bindings;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.onednn.operation.CompiledPlan;
import io.github.styletransfer.engine.plan.StripPlan;
import io.github.styletransfer.engine.plan.StripStep;
import io.github.styletransfer.engine.plan.StripStep.Phase;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A plan by strips, compiled. */
final class StripRun implements AutoCloseable {
  private final StripPlan plan;
  private final Bindings bindings;
  private final CompiledPlan compiled;

  StripRun(StripPlan plan, Bindings bindings) {
    this.plan = plan;
    this.bindings = bindings;
    compiled = CompiledPlan.of(plan.schedule(), plan.arenaBytes(), bindings);
  }

  CompiledPlan compiled() {
    return compiled;
  }

  /** Sums up the Gram matrices, and gives the outputs. */
  void first() {
    run(0, EnumSet.of(Phase.SUMS_BEGIN, Phase.PASS_BEGIN));
    Set<Phase> phases = EnumSet.of(Phase.FORWARD, Phase.SUMS, Phase.SUMS_END);
    for (int strip = 0; strip < plan.first(); strip++) {
      run(strip, phases);
    }
  }

  /** Gives the gradient, when the sums are there. */
  void second() {
    run(0, EnumSet.of(Phase.MATRICES));
    run(0, EnumSet.of(Phase.PASS_BEGIN));
    Set<Phase> phases = EnumSet.of(Phase.FORWARD, Phase.BACKWARD);
    for (int strip = 0; strip < plan.second(); strip++) {
      run(strip, phases);
    }
  }

  private void run(int strip, Set<Phase> phases) {
    bindings.setStrip(strip);
    List<Step> steps = compiled.steps();
    for (int i = 0; i < steps.size(); i++) {
      StripStep when = plan.steps().get(i);
      if (phases.contains(when.phase()) && when.matters(strip)) {
        steps.get(i).work().run();
      }
    }
    compiled.finish();
  }

  @Override
  public void close() {
    compiled.close();
  }
}
