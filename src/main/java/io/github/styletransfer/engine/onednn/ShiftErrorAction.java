package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.program.LossTerm;
import io.github.styletransfer.engine.program.View;
import java.util.List;

/**
 * The squared differences of two rectangles of a tensor, whose gradient is added to the tensor's.
 *
 * @param error which one
 * @param term its position
 * @param tensor float
 * @param gradient float, of the tensor's shape; added to
 * @param bindings hold the weight, and receive the error
 */
record ShiftErrorAction(
    LossTerm.ShiftError error, int term, Buffer tensor, Buffer gradient, Bindings bindings)
    implements Action {
  @Override
  public String name() {
    return "shift error " + error.a().tensor().name();
  }

  @Override
  public List<Buffer> buffers() {
    return List.of(tensor, gradient);
  }

  @Override
  public Step compile(Device device) {
    Floats given = new Floats(device.floats(tensor));
    Floats result = new Floats(device.floats(gradient));
    View a = error.a();
    View b = error.b();
    int width = (int) (a.size().width() * a.size().channels());
    float[] difference = new float[width];
    float[] other = new float[width];
    return Step.java(
        name(),
        () -> {
          float slope = (float) (2 * bindings.weight(term));
          double sum = 0;
          for (long row = 0; row < a.size().height(); row++) {
            given.read(a.rowStart(row), difference, width);
            given.read(b.rowStart(row), other, width);
            sum += Differences.subtract(difference, other, width);
            result.read(a.rowStart(row), other, width);
            Differences.addScaled(other, difference, slope, width);
            result.write(a.rowStart(row), other, width);
            result.read(b.rowStart(row), other, width);
            Differences.addScaled(other, difference, -slope, width);
            result.write(b.rowStart(row), other, width);
          }
          bindings.set(term, sum);
        });
  }
}
