package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Layouts;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.ConversionAction;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reorder;

/** Copies in another type. */
final class Conversion {
  private Conversion() {}

  static Step step(Device device, ConversionAction action) {
    String name = action.name();
    Buffer from = action.from();
    Buffer to = action.to();

    memory source = device.memory(from, Layouts.elements(from));
    memory destination = device.memory(to, Layouts.elements(to));
    reorder.primitive_desc description =
        new reorder.primitive_desc(
            device.processor(),
            source.get_desc(),
            device.processor(),
            destination.get_desc(),
            Device.attributes(),
            false);
    return device.step(
        name,
        description,
        new reorder(description),
        Map.of(dnnl.DNNL_ARG_FROM, source, dnnl.DNNL_ARG_TO, destination));
  }
}
