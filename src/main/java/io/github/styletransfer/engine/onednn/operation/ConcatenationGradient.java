package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Differences;
import io.github.styletransfer.engine.onednn.device.Floats;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.ConcatenationGradientAction;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Tensor;
import io.github.styletransfer.engine.program.View;
import java.util.List;

/** The gradient of rectangles that were put side by side. */
final class ConcatenationGradient {
  private ConcatenationGradient() {}

  static Step step(Device device, ConcatenationGradientAction action) {
    Node.Concatenation node = action.node();
    Tensor tensor = action.tensor();
    Buffer from = action.from();
    Buffer to = action.to();

    List<View> places = node.places();
    Floats source = new Floats(device.floats(from));
    Floats result = new Floats(device.floats(to));
    int length = (int) (node.output().size().width() * node.output().size().channels());
    float[] given = new float[length];
    float[] sum = new float[length];
    return Step.java(
        action.name(),
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
