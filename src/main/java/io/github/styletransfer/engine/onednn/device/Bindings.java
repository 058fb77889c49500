package io.github.styletransfer.engine.onednn.device;

import io.github.styletransfer.engine.program.LossSum;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a plan takes and gives beside its buffers: targets, and the loss terms with their weights.
 */
public final class Bindings {
  private final double[] values;
  private double[] weights;
  private Map<String, INDArray> inputs = Map.of();

  /** Looked up once: each look at an array leaves objects with native memory to the collector. */
  private final Map<String, Double> scalars = new HashMap<>();

  private final Map<String, FloatPointer> targets = new HashMap<>();

  /** No inputs yet, and values of 0. */
  public Bindings(int terms) {
    values = new double[terms];
    weights = new double[terms];
  }

  /**
   * Sets the inputs.
   *
   * @param arrays by name; floats, contiguous in C order
   * @param total the sum whose gradient is wanted
   */
  public void bind(Map<String, INDArray> arrays, LossSum total) {
    inputs = Map.copyOf(arrays);
    scalars.clear();
    targets.clear();
    inputs.forEach(
        (name, array) -> {
          if (array.rank() == 0) {
            scalars.put(name, array.getDouble(0));
          } else {
            targets.put(name, Device.floats(array));
          }
        });
    weights = weights(total);
  }

  /** A target's memory. */
  public FloatPointer target(String name) {
    return Objects.requireNonNull(targets.get(name), name);
  }

  /** A term's weight in the total loss. */
  public double weight(int term) {
    return weights[term];
  }

  /** Keeps a term's value. */
  public void set(int term, double value) {
    values[term] = value;
  }

  /** The value of a sum at the last image. */
  public double value(LossSum sum) {
    double[] factors = weights(sum);
    double total = sum.constant();
    for (int term = 0; term < factors.length; term++) {
      total += factors[term] * values[term];
    }
    return total;
  }

  private double[] weights(LossSum sum) {
    return sum.weights(values.length, name -> Objects.requireNonNull(scalars.get(name), name));
  }
}
