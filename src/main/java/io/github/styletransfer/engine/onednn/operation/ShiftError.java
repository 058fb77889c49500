package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Bindings;
import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Differences;
import io.github.styletransfer.engine.onednn.device.Floats;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.ShiftErrorAction;
import io.github.styletransfer.engine.program.LossTerm;
import io.github.styletransfer.engine.program.View;

/** Squared differences of neighbours, and their gradient. */
final class ShiftError {
  private ShiftError() {}

  static Step step(Device device, ShiftErrorAction action) {
    LossTerm.ShiftError error = action.error();
    int term = action.term();
    Buffer tensor = action.tensor();
    Buffer gradient = action.gradient();

    Floats given = new Floats(device.floats(tensor));
    Floats result = new Floats(device.floats(gradient));
    Bindings bindings = device.bindings();
    View a = error.a();
    View b = error.b();
    int width = (int) (a.size().width() * a.size().channels());
    float[] difference = new float[width];
    float[] other = new float[width];
    return Step.java(
        action.name(),
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
