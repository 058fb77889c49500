package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Bindings;
import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Differences;
import io.github.styletransfer.engine.onednn.device.Floats;
import io.github.styletransfer.engine.onednn.device.ParallelBlocks;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.FeatureErrorAction;
import io.github.styletransfer.engine.plan.StripRows;
import java.util.stream.DoubleStream;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Squared errors of feature maps, and their gradient.
 *
 * @param device the processor
 * @param action what is computed
 */
record FeatureError(Device device, FeatureErrorAction action) {
  /** Elements that one thread handles at a time: small enough for the cache. */
  private static final int BLOCK = 1 << 15;

  Step step() {
    FloatPointer given = device.floats(action.features());
    FloatPointer result = device.floats(action.gradient());
    Bindings bindings = device.bindings();
    double[] sums = new double[blocks(action.features().elements())];
    long row = action.features().elements() / action.rows().count();
    ParallelBlocks threads = new ParallelBlocks(BLOCK);
    return Step.java(
        action.name(),
        () -> {
          StripRows rows = action.rows();
          long begin = rows.begin(bindings.strip()) * row;
          long end = rows.end(bindings.strip()) * row;
          long ahead = rows.first(bindings.strip()) * row;
          float slope = (float) (2 * bindings.weight(action.term()));
          int blocks = blocks(end - begin);
          threads.run(
              blocks,
              (block, difference, other) -> {
                long start = begin + (long) block * BLOCK;
                int count = (int) Math.min(BLOCK, end - start);
                new Floats(given).read(start, difference, count);
                bindings.target(action.error().target()).read(ahead + start, other, count);
                sums[block] = evaluate(start, count, difference, other, slope, new Floats(result));
              });
          bindings.add(action.term(), DoubleStream.of(sums).limit(blocks).sum());
        });
  }

  private static int blocks(long elements) {
    return Math.toIntExact((elements + BLOCK - 1) / BLOCK);
  }

  /** One block's sum of squares; its gradient is written. */
  private double evaluate(
      long start, int count, float[] difference, float[] other, float slope, Floats written) {
    double sum = Differences.subtract(difference, other, count);
    if (action.add()) {
      written.read(start, other, count);
      Differences.addScaled(other, difference, slope, count);
      written.write(start, other, count);
    } else {
      Differences.scale(difference, slope, count);
      written.write(start, difference, count);
    }
    return sum;
  }
}
