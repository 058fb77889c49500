package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Bindings;
import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Differences;
import io.github.styletransfer.engine.onednn.device.Floats;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.ShiftErrorAction;
import io.github.styletransfer.engine.program.LossTerm;
import io.github.styletransfer.engine.program.View;

/** Squared differences of neighbours, and their gradient. */
public final class ShiftError {
  private final LossTerm.ShiftError error;
  private final int width;
  private final float[] difference;
  private final float[] other;

  /** Reserves what it works on. */
  public ShiftError(LossTerm.ShiftError error) {
    this.error = error;
    width = (int) (error.a().size().width() * error.a().size().channels());
    difference = new float[width];
    other = new float[width];
  }

  static Step step(Device device, ShiftErrorAction action) {
    Floats given = new Floats(device.floats(action.tensor()));
    Floats result = new Floats(device.floats(action.gradient()));
    Bindings bindings = device.bindings();
    ShiftError error = new ShiftError(action.error());
    return Step.java(
        action.name(),
        () ->
            bindings.set(
                action.term(), error.evaluate(given, result, bindings.weight(action.term()))));
  }

  /**
   * Evaluates the error.
   *
   * @param given the tensor's values
   * @param result its gradient, that the error's is added to
   * @param weight of the error
   * @return the sum of squares
   */
  public double evaluate(Floats given, Floats result, double weight) {
    View a = error.a();
    View b = error.b();
    float slope = (float) (2 * weight);
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
    return sum;
  }
}
