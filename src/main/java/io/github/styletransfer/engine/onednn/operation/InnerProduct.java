package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Bindings;
import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Differences;
import io.github.styletransfer.engine.onednn.device.Floats;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.InnerProductAction;
import org.jspecify.annotations.Nullable;

/** Sums of the products of two matrices' elements, and their gradient. */
final class InnerProduct {
  private InnerProduct() {}

  static Step step(Device device, InnerProductAction action) {
    Bindings bindings = device.bindings();
    Floats tensor = new Floats(device.floats(action.tensor()));
    Floats other = new Floats(device.floats(action.other()));
    @Nullable Buffer gradient = action.gradient();
    @Nullable Floats result = gradient == null ? null : new Floats(device.floats(gradient));
    int elements = Math.toIntExact(action.tensor().elements());
    double slope = action.product().tensor().equals(action.product().other()) ? 2 : 1;
    float[] a = new float[elements];
    float[] b = new float[elements];
    return Step.java(
        action.name(),
        () -> {
          device.finish();
          tensor.read(0, a, elements);
          other.read(0, b, elements);
          bindings.set(action.term(), Differences.product(a, b, elements));
          if (result != null) {
            result.read(0, a, elements);
            Differences.addScaled(a, b, (float) (slope * bindings.weight(action.term())), elements);
            result.write(0, a, elements);
          }
        });
  }
}
