package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Layouts;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.AdditionAction;
import io.github.styletransfer.engine.plan.Buffer;
import java.util.Map;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;

/** Sums of buffers. */
final class Addition {
  private Addition() {}

  static Step step(Device device, AdditionAction action) {
    String name = action.name();
    Buffer what = action.what();
    Buffer to = action.to();

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
