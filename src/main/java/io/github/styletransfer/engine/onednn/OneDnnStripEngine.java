package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.onednn.device.Bindings;
import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Floats;
import io.github.styletransfer.engine.onednn.operation.CompiledPlan;
import io.github.styletransfer.engine.onednn.operation.ShiftError;
import io.github.styletransfer.engine.plan.StripPlan;
import io.github.styletransfer.engine.program.LossSum;
import io.github.styletransfer.engine.program.Program;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.model.Targets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Evaluates losses of an image that goes through the network strip by strip. */
final class OneDnnStripEngine implements Engine {
  private final LossModel model;
  private final Program program;
  private final StripPlan plan;
  private final Bindings bindings;
  private final StripRun run;
  private final Map<Integer, ShiftError> onImage = new HashMap<>();
  private boolean bound;

  OneDnnStripEngine(LossModel model, Program program, StripPlan plan) {
    this.model = model;
    this.program = program;
    this.plan = plan;
    bindings = new Bindings(program.terms().size());
    run = new StripRun(plan, bindings);
    plan.rest().forEach((position, error) -> onImage.put(position, new ShiftError(error)));
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
    INDArray plain = CompiledPlan.plain(image);
    bindings.clear();
    bindings.setArray(StripPlan.IMAGE, plain);
    bindings.setArray(StripPlan.GRADIENT, gradient);
    run.first();
    run.second();
    Floats values = new Floats(Device.floats(plain));
    Floats slopes = new Floats(Device.floats(gradient));
    onImage.forEach(
        (position, error) ->
            bindings.set(position, error.evaluate(values, slopes, bindings.weight(position))));
    return model.losses(name -> bindings.value(sum(name)));
  }

  StripRun run() {
    return run;
  }

  StripPlan plan() {
    return plan;
  }

  private LossSum sum(String name) {
    return Objects.requireNonNull(program.sums().get(name), name);
  }

  @Override
  public void close() {
    run.close();
  }
}
