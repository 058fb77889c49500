package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Layouts;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.BorderAction;
import io.github.styletransfer.engine.program.TensorSize;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** Copies of feature maps with a border of one pixel. */
final class Border {
  private Border() {}

  static Step step(Device device, BorderAction action) {
    TensorSize size = action.size();
    long pixel = size.channels() * action.to().type().bytes();
    long row = (size.width() + 2) * pixel;
    long across = action.kind().inwards(size.width()) * pixel;
    long down = action.kind().inwards(size.height()) * row;
    BytePointer copy = device.bytes(action.to());
    memory source = device.memory(action.from(), Layouts.features(size, action.from().type()));
    memory inner =
        new memory(
            Layouts.part(size, (size.width() + 2) * size.channels(), action.to().type()),
            device.processor(),
            copy.getPointer(row + pixel));
    reorder.primitive_desc description =
        new reorder.primitive_desc(
            device.processor(),
            source.get_desc(),
            device.processor(),
            inner.get_desc(),
            Device.attributes(),
            false);
    Step inside =
        device.step(
            action.name(),
            description,
            new reorder(description),
            Map.of(dnnl.DNNL_ARG_FROM, source, dnnl.DNNL_ARG_TO, inner));
    BytePointer to = new BytePointer(copy);
    BytePointer from = new BytePointer(copy);
    return new Step(
        inside.name(),
        inside.kernel(),
        () -> {
          inside.work().run();
          device.finish();
          for (long y = 1; y <= size.height(); y++) {
            long start = y * row;
            Pointer.memcpy(to.position(start), from.position(start + pixel + across), pixel);
            long last = start + row - pixel;
            Pointer.memcpy(to.position(last), from.position(last - pixel - across), pixel);
          }
          Pointer.memcpy(to.position(0), from.position(row + down), row);
          long bottom = size.height() * row;
          Pointer.memcpy(to.position(bottom + row), from.position(bottom - down), row);
        });
  }
}
