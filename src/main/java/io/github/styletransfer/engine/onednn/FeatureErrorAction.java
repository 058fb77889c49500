package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.program.LossTerm;
import java.util.List;
import java.util.stream.DoubleStream;
import org.bytedeco.javacpp.FloatPointer;

/**
 * The squared error of feature maps, and its gradient.
 *
 * @param error which one
 * @param term its position
 * @param features float
 * @param gradient float; receives the gradient, and may be the features' buffer
 * @param add whether the gradient is added to what is there
 * @param bindings hold the target and the weight, and receive the error
 */
record FeatureErrorAction(
    LossTerm.FeatureError error,
    int term,
    Buffer features,
    Buffer gradient,
    boolean add,
    Bindings bindings)
    implements Action {
  /** Elements that one thread handles at a time: small enough for the cache. */
  private static final int BLOCK = 1 << 15;

  @Override
  public String name() {
    return "feature error " + error.features().name();
  }

  @Override
  public List<Buffer> buffers() {
    return List.of(features, gradient);
  }

  @Override
  public Step compile(Device device) {
    FloatPointer given = device.floats(features);
    FloatPointer result = device.floats(gradient);
    int blocks = Math.toIntExact((features.elements() + BLOCK - 1) / BLOCK);
    double[] sums = new double[blocks];
    ParallelBlocks threads = new ParallelBlocks(BLOCK);
    return Step.java(
        name(),
        () -> {
          FloatPointer target = Device.floats(bindings.input(error.target()));
          threads.run(
              blocks,
              (block, difference, other) -> {
                long start = (long) block * BLOCK;
                new Floats(given).read(start, difference, count(start));
                new Floats(target).read(start, other, count(start));
                sums[block] = evaluate(start, difference, other, new Floats(result));
              });
          bindings.set(term, DoubleStream.of(sums).sum());
        });
  }

  private int count(long start) {
    return (int) Math.min(BLOCK, features.elements() - start);
  }

  /** One block's sum of squares; its gradient is written. */
  private double evaluate(long start, float[] difference, float[] other, Floats written) {
    int count = count(start);
    float slope = (float) (2 * bindings.weight(term));
    double sum = Differences.subtract(difference, other, count);
    if (add) {
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
