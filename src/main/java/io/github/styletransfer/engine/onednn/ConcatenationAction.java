package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.View;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Puts rectangles side by side.
 *
 * @param node which ones
 * @param inputs the buffer of each part's tensor, of the output's type
 * @param output receives them
 */
record ConcatenationAction(Node.Concatenation node, List<Buffer> inputs, Buffer output)
    implements Action {
  @Override
  public String name() {
    return "concatenate " + node.output().name();
  }

  @Override
  public List<Buffer> buffers() {
    List<Buffer> buffers = new ArrayList<>(inputs);
    buffers.add(output);
    return buffers;
  }

  @Override
  public Step compile(Device device) {
    List<View> places = node.places();
    List<BytePointer> sources = inputs.stream().map(device::bytes).toList();
    BytePointer result = device.bytes(output);
    return Step.java(
        name(),
        () -> {
          for (int part = 0; part < places.size(); part++) {
            copy(node.parts().get(part), sources.get(part), places.get(part), result);
          }
        });
  }

  /** Row by row, or all rows together where they lie together in both. */
  private void copy(View from, BytePointer source, View to, BytePointer result) {
    int bytes = output.type().bytes();
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
