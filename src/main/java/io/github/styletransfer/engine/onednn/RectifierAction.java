package io.github.styletransfer.engine.onednn;

import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;

/**
 * A rectifier: from its input to its output, or from its output to its gradient in place.
 *
 * @param name of the step
 * @param values the input, or backward the output
 * @param result the output, or backward the output's gradient, that becomes the input's
 * @param backward whether it is the gradient that is wanted
 */
record RectifierAction(String name, Buffer values, Buffer result, boolean backward)
    implements Action {
  @Override
  public List<Buffer> buffers() {
    return List.of(values, result);
  }

  @Override
  public Step compile(Device device) {
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
