package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.ConcatenationAction;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.View;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** Rectangles put side by side. */
final class Concatenation {
  private Concatenation() {}

  static Step step(Device device, ConcatenationAction action) {
    Node.Concatenation node = action.node();
    List<Buffer> inputs = action.inputs();
    Buffer output = action.output();

    List<View> places = node.places();
    List<BytePointer> sources = inputs.stream().map(device::bytes).toList();
    BytePointer result = device.bytes(output);
    return Step.java(
        action.name(),
        () -> {
          for (int part = 0; part < places.size(); part++) {
            copy(
                node.parts().get(part),
                sources.get(part),
                places.get(part),
                result,
                output.type().bytes());
          }
        });
  }

  /** Row by row, or all rows together where they lie together in both. */
  private static void copy(View from, BytePointer source, View to, BytePointer result, int bytes) {
    long rows = from.size().height();
    long length = from.size().width() * from.size().channels() * bytes;
    boolean together =
        from.size().width() == from.tensor().size().width()
            && to.size().width() == to.tensor().size().width();
    for (long row = 0; row < (together ? 1 : rows); row++) {
      Pointer.memcpy(
          result.position(to.rowStart(row) * bytes),
          source.position(from.rowStart(row) * bytes),
          together ? rows * length : length);
    }
  }
}
