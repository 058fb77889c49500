package io.github.styletransfer.engine.onednn;

import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Copies or adds rows from where they have more elements.
 *
 * @param name of the step
 * @param from rows of some length, float
 * @param fromWidth their length
 * @param to receives the first elements of each row, float
 * @param toWidth how many
 * @param add whether they are added to what is there
 */
record RowsAction(String name, Buffer from, long fromWidth, Buffer to, long toWidth, boolean add)
    implements Action {
  @Override
  public List<Buffer> buffers() {
    return List.of(from, to);
  }

  @Override
  public Step compile(Device device) {
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
