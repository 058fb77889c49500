package io.github.styletransfer.optimize;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Adam's hyperparameters.
 *
 * @param learningRate step size, in grey levels; more than 0
 * @param beta1 decay of the first moment, at least 0 and less than 1
 * @param beta2 decay of the second moment, at least 0 and less than 1
 * @param epsilon added to the root of the second moment; more than 0
 * @param average decay of the images' moving average, which is the result: at least 0 and less than
 *     1; 0 for the last image
 */
public record AdamSettings(
    double learningRate, double beta1, double beta2, double epsilon, double average)
    implements OptimizerSettings {
  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public AdamSettings {
    requirePositive("learning rate", learningRate);
    requireDecay("beta1", beta1);
    requireDecay("beta2", beta2);
    requirePositive("epsilon", epsilon);
    requireDecay("average", average);
  }

  /** Without an average. */
  public AdamSettings(double learningRate, double beta1, double beta2, double epsilon) {
    this(learningRate, beta1, beta2, epsilon, 0);
  }

  /** The same with another average. */
  public AdamSettings withAverage(double decay) {
    return new AdamSettings(learningRate, beta1, beta2, epsilon, decay);
  }

  @Override
  public Adam create(DataType dataType, long... shape) {
    return new Adam(this, dataType, shape);
  }

  /** The two moments, and the average. */
  @Override
  public long stateBytesPerElement(DataType dataType, int updates) {
    return (isAveraged() ? 3L : 2L) * dataType.width();
  }

  /** Whether the result is an average. */
  public boolean isAveraged() {
    return average > 0;
  }

  @Override
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("optimizer", "adam");
    options.put("learning-rate", Double.toString(learningRate));
    options.put("beta1", Double.toString(beta1));
    options.put("beta2", Double.toString(beta2));
    options.put("epsilon", Double.toString(epsilon));
    if (isAveraged()) {
      options.put("average", Double.toString(average));
    }
    return options;
  }

  @Override
  public String toString() {
    return "Adam with learning rate "
        + learningRate
        + ", beta1 "
        + beta1
        + ", beta2 "
        + beta2
        + ", epsilon "
        + epsilon
        + (isAveraged() ? ", average " + average : "");
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be more than 0, not " + value);
    }
  }

  private static void requireDecay(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(
          name + " must be at least 0 and less than 1, not " + value);
    }
  }
}
