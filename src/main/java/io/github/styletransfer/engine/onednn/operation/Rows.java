package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Differences;
import io.github.styletransfer.engine.onednn.device.Floats;
import io.github.styletransfer.engine.onednn.device.ParallelBlocks;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.RowsAction;
import org.bytedeco.javacpp.FloatPointer;

/** Rows from where they have more elements. */
final class Rows {
  private Rows() {}

  static Step step(Device device, RowsAction action) {
    String name = action.name();
    Buffer from = action.from();
    long fromWidth = action.fromWidth();
    Buffer to = action.to();
    long toWidth = action.toWidth();
    boolean add = action.add();

    FloatPointer source = device.floats(from);
    FloatPointer destination = device.floats(to);
    int count = Math.toIntExact(toWidth);
    int rows = Math.toIntExact(to.elements() / toWidth);
    ParallelBlocks threads = new ParallelBlocks(count);
    return Step.java(
        name,
        () ->
            threads.run(
                rows,
                (row, values, sum) -> {
                  new Floats(source).read(row * fromWidth, values, count);
                  Floats written = new Floats(destination);
                  if (add) {
                    written.read(row * toWidth, sum, count);
                    Differences.addScaled(values, sum, 1, count);
                  }
                  written.write(row * toWidth, values, count);
                }));
  }
}
