package io.github.styletransfer.engine.onednn;

import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reorder;

/**
 * Copies a buffer to one of another type.
 *
 * @param name of the step
 */
record ConversionAction(String name, Buffer from, Buffer to) implements Action {
  @Override
  public List<Buffer> buffers() {
    return List.of(from, to);
  }

  @Override
  public Step compile(Device device) {
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
