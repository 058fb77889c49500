package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Layouts;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.ElementType;
import io.github.styletransfer.engine.plan.WeightingAction;
import io.github.styletransfer.engine.program.TensorSize;
import java.util.Map;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;

/** Feature maps, each pixel times a weight. */
final class Weighting {
  private Weighting() {}

  static Step step(Device device, WeightingAction action) {
    TensorSize size = action.node().input().size();
    Buffer from = action.from();
    memory.desc features = Layouts.features(size, from.type());
    memory.desc weights =
        Layouts.features(TensorSize.of(size.height(), size.width(), 1), ElementType.FLOAT32);
    binary.primitive_desc description =
        new binary.primitive_desc(
            device.processor(),
            dnnl.algorithm.binary_mul,
            features,
            weights,
            features,
            Device.attributes(),
            false);
    return device.step(
        action.name(),
        description,
        new binary(description),
        Map.of(
            dnnl.DNNL_ARG_SRC_0, device.memory(from, features),
            dnnl.DNNL_ARG_SRC_1, device.memory(action.node().weights(), weights),
            dnnl.DNNL_ARG_DST, device.memory(action.to(), features)));
  }
}
