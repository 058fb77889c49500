package io.github.styletransfer.engine.onednn;

import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;

/**
 * Adds a buffer to another, of the same or another type.
 *
 * @param name of the step
 * @param what is added
 * @param to what it is added to
 */
record AdditionAction(String name, Buffer what, Buffer to) implements Action {
  @Override
  public List<Buffer> buffers() {
    return List.of(what, to);
  }

  @Override
  public Step compile(Device device) {
    memory.desc sum = Layouts.elements(to);
    memory.desc summand = Layouts.elements(what);
    binary.primitive_desc description =
        new binary.primitive_desc(
            device.processor(),
            dnnl.algorithm.binary_add,
            sum,
            summand,
            sum,
            Device.attributes(),
            false);
    memory written = device.memory(to, sum);
    return device.step(
        name,
        description,
        new binary(description),
        Map.of(
            dnnl.DNNL_ARG_SRC_0, written,
            dnnl.DNNL_ARG_SRC_1, device.memory(what, summand),
            dnnl.DNNL_ARG_DST, written));
  }
}
