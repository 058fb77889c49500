package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.program.LossTerm;
import java.util.List;

/**
 * The squared error of feature maps, and its gradient.
 *
 * @param error which one
 * @param term its position
 * @param weight its weight in the total loss
 * @param features float
 * @param gradient float; receives the gradient, and may be the features' buffer
 * @param add whether the gradient is added to what is there
 * @param values receives the error
 */
record FeatureErrorAction(
    LossTerm.FeatureError error,
    int term,
    double weight,
    Buffer features,
    Buffer gradient,
    boolean add,
    TermValues values)
    implements Action {
  private static final int BLOCK = 4096;

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
    Floats given = new Floats(device.floats(features));
    Floats result = new Floats(device.floats(gradient));
    Floats target = new Floats(Device.floats(error.target()));
    long elements = features.elements();
    float slope = (float) (2 * weight);
    float[] difference = new float[BLOCK];
    float[] other = new float[BLOCK];
    return Step.java(
        name(),
        () -> {
          double sum = 0;
          for (long start = 0; start < elements; start += BLOCK) {
            int count = (int) Math.min(BLOCK, elements - start);
            given.read(start, difference, count);
            target.read(start, other, count);
            sum += Differences.subtract(difference, other, count);
            if (add) {
              result.read(start, other, count);
              Differences.addScaled(other, difference, slope, count);
              result.write(start, other, count);
            } else {
              Differences.scale(difference, slope, count);
              result.write(start, difference, count);
            }
          }
          values.set(term, sum);
        });
  }
}
