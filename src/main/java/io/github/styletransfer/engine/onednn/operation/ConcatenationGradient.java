package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Differences;
import io.github.styletransfer.engine.onednn.device.FeatureMaps;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.ConcatenationGradientAction;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Tensor;
import io.github.styletransfer.engine.program.View;
import io.github.styletransfer.engine.winograd.FeatureMemory;
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
    FeatureMemory source = FeatureMaps.of(device, from, node.output().size());
    FeatureMemory result = FeatureMaps.of(device, to, tensor.size());
    int channels = Math.toIntExact(tensor.size().channels());
    int length = Math.toIntExact(node.output().size().width() * channels);
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
            int width = Math.toIntExact(part.size().width());
            for (int row = 0; row < part.size().height(); row++) {
              int y = Math.toIntExact(part.top()) + row;
              int x = Math.toIntExact(part.left());
              source.read(
                  Math.toIntExact(place.top()) + row,
                  Math.toIntExact(place.left()),
                  width,
                  0,
                  channels,
                  given,
                  0);
              result.read(y, x, width, 0, channels, sum, 0);
              Differences.addScaled(sum, given, 1, width * channels);
              result.write(y, x, width, 0, channels, sum);
            }
          }
        });
  }
}
