package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.onednn.device.Bindings;
import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Floats;
import io.github.styletransfer.engine.onednn.operation.CompiledPlan;
import io.github.styletransfer.engine.onednn.operation.ShiftError;
import io.github.styletransfer.engine.plan.StripPlan;
import io.github.styletransfer.engine.program.Program;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.model.Targets;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Evaluates losses of an image that goes through the network strip by strip. */
final class OneDnnStripEngine implements Engine {
  private final StripPlan plan;
  private final BoundLosses losses;
  private final StripRun run;
  private final Map<Integer, ShiftError> onImage = new HashMap<>();

  OneDnnStripEngine(LossModel model, Program program, StripPlan plan) {
    this.plan = plan;
    losses = new BoundLosses(model, program);
    run = new StripRun(plan, losses.bindings());
    plan.rest().forEach((position, error) -> onImage.put(position, new ShiftError(error)));
  }

  @Override
  public void bind(Targets targets) {
    losses.bind(targets);
  }

  @Override
  public Losses evaluate(INDArray image, INDArray gradient) {
    losses.begin();
    INDArray plain = CompiledPlan.plain(image);
    Bindings bindings = losses.bindings();
    bindings.setArray(StripPlan.IMAGE, plain);
    bindings.setArray(StripPlan.GRADIENT, gradient);
    run.first();
    run.second();
    Floats values = new Floats(Device.floats(plain));
    Floats slopes = new Floats(Device.floats(gradient));
    onImage.forEach(
        (position, error) ->
            bindings.set(position, error.evaluate(values, slopes, bindings.weight(position))));
    return losses.losses();
  }

  StripRun run() {
    return run;
  }

  StripPlan plan() {
    return plan;
  }

  @Override
  public void close() {
    run.close();
  }
}
