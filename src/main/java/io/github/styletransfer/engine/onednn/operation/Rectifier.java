package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Layouts;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.RectifierAction;
import java.util.Map;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;

/** Rectifiers, forward and backward. */
final class Rectifier {
  private Rectifier() {}

  static Step step(Device device, RectifierAction action) {
    String name = action.name();
    Buffer values = action.values();
    Buffer result = action.result();
    boolean backward = action.backward();

    memory.desc elements = Layouts.elements(values);
    dnnl.algorithm kind =
        backward ? dnnl.algorithm.eltwise_relu_use_dst_for_bwd : dnnl.algorithm.eltwise_relu;
    eltwise_forward.primitive_desc forward =
        new eltwise_forward.primitive_desc(
            device.processor(),
            backward ? dnnl.prop_kind.forward_training : dnnl.prop_kind.forward_inference,
            kind,
            elements,
            elements,
            0,
            0,
            Device.attributes(),
            false);
    memory known = device.memory(values, elements);
    memory written = device.memory(result, elements);
    if (!backward) {
      return device.step(
          name,
          forward,
          new eltwise_forward(forward),
          Map.of(dnnl.DNNL_ARG_SRC, known, dnnl.DNNL_ARG_DST, written));
    }
    eltwise_backward.primitive_desc description =
        new eltwise_backward.primitive_desc(
            device.processor(),
            kind,
            elements,
            elements,
            elements,
            0,
            0,
            forward,
            Device.attributes(),
            false);
    return device.step(
        name,
        description,
        new eltwise_backward(description),
        Map.of(
            dnnl.DNNL_ARG_DST, known,
            dnnl.DNNL_ARG_DIFF_DST, written,
            dnnl.DNNL_ARG_DIFF_SRC, written));
  }
}
