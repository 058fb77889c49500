package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Tensor;
import io.github.styletransfer.engine.program.View;
import java.util.List;

/**
 * Adds the gradient of rectangles that were put side by side to the gradient of a tensor that they
 * are parts of.
 *
 * @param node which ones
 * @param tensor the one whose parts are looked for
 * @param from the gradient of the whole, float
 * @param to the tensor's gradient, float; added to
 */
record ConcatenationGradientAction(Node.Concatenation node, Tensor tensor, Buffer from, Buffer to)
    implements Action {
  @Override
  public String name() {
    return "concatenation gradient " + node.output().name();
  }

  @Override
  public List<Buffer> buffers() {
    return List.of(from, to);
  }

  @Override
  public Step compile(Device device) {
    List<View> places = node.places();
    Floats source = new Floats(device.floats(from));
    Floats result = new Floats(device.floats(to));
    int length = (int) (node.output().size().width() * node.output().size().channels());
    float[] given = new float[length];
    float[] sum = new float[length];
    return Step.java(
        name(),
        () -> {
          for (int i = 0; i < places.size(); i++) {
            View part = node.parts().get(i);
            View place = places.get(i);
            if (!part.tensor().equals(tensor)) {
              continue;
            }
            int width = (int) (part.size().width() * part.size().channels());
            for (long row = 0; row < part.size().height(); row++) {
              source.read(place.rowStart(row), given, width);
              result.read(part.rowStart(row), sum, width);
              Differences.addScaled(sum, given, 1, width);
              result.write(part.rowStart(row), sum, width);
            }
          }
        });
  }
}
