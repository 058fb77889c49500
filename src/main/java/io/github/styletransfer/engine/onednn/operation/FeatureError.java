package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Bindings;
import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Differences;
import io.github.styletransfer.engine.onednn.device.Floats;
import io.github.styletransfer.engine.onednn.device.ParallelBlocks;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.FeatureErrorAction;
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
    int blocks = Math.toIntExact((action.features().elements() + BLOCK - 1) / BLOCK);
    double[] sums = new double[blocks];
    ParallelBlocks threads = new ParallelBlocks(BLOCK);
    return Step.java(
        action.name(),
        () -> {
          FloatPointer target = bindings.target(action.error().target());
          float slope = (float) (2 * bindings.weight(action.term()));
          threads.run(
              blocks,
              (block, difference, other) -> {
                long start = (long) block * BLOCK;
                new Floats(given).read(start, difference, count(start));
                new Floats(target).read(start, other, count(start));
                sums[block] = evaluate(start, difference, other, slope, new Floats(result));
              });
          bindings.set(action.term(), DoubleStream.of(sums).sum());
        });
  }

  private int count(long start) {
    return (int) Math.min(BLOCK, action.features().elements() - start);
  }

  /** One block's sum of squares; its gradient is written. */
  private double evaluate(
      long start, float[] difference, float[] other, float slope, Floats written) {
    int count = count(start);
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
