package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.View;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts rectangles side by side.
 *
 * @param node which ones
 * @param inputs the buffer of each part's tensor, float
 * @param output receives them, float
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
    List<Floats> sources = inputs.stream().map(b -> new Floats(device.floats(b))).toList();
    Floats result = new Floats(device.floats(output));
    float[] pixels =
        new float[(int) (node.output().size().width() * node.output().size().channels())];
    return Step.java(
        name(),
        () -> {
          for (int part = 0; part < places.size(); part++) {
            View from = node.parts().get(part);
            View to = places.get(part);
            int width = (int) (from.size().width() * from.size().channels());
            for (long row = 0; row < from.size().height(); row++) {
              sources.get(part).read(from.rowStart(row), pixels, width);
              result.write(to.rowStart(row), pixels, width);
            }
          }
        });
  }
}
