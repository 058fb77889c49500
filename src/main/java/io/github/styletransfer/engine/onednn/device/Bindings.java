package io.github.styletransfer.engine.onednn.device;

import io.github.styletransfer.engine.program.LossSum;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.javacpp.BytePointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a plan takes and gives beside its buffers: targets, and the loss terms with their weights.
 */
public final class Bindings {
  private final double[] values;
  private double[] weights;
  private Map<String, INDArray> inputs = Map.of();
  private final Map<String, BytePointer> arrays = new HashMap<>();
  private int strip;

  /** Looked up once: each look at an array leaves objects with native memory to the collector. */
  private final Map<String, Double> scalars = new HashMap<>();

  private final Map<String, Floats> targets = new HashMap<>();

  /** No inputs yet, and values of 0. */
  public Bindings(int terms) {
    values = new double[terms];
    weights = new double[terms];
  }

  /**
   * Sets the inputs.
   *
   * @param given by name; floats or bfloat16, contiguous in C order
   * @param total the sum whose gradient is wanted
   */
  public void bind(Map<String, INDArray> given, LossSum total) {
    inputs = Map.copyOf(given);
    scalars.clear();
    targets.clear();
    inputs.forEach(
        (name, array) -> {
          if (array.rank() == 0) {
            scalars.put(name, array.getDouble(0));
          } else {
            targets.put(name, Floats.of(array));
          }
        });
    weights = weights(total);
  }

  /** A target's memory; for one thread. */
  public Floats target(String name) {
    return Objects.requireNonNull(targets.get(name), name).again();
  }

  /** Sets which of an image's strips is at hand, from 0. */
  public void setStrip(int number) {
    strip = number;
  }

  /** Which of an image's strips is at hand; 0 if the image isn't taken by strips. */
  public int strip() {
    return strip;
  }

  /**
   * Sets an array that strips are read from or written to.
   *
   * @param name by which actions know it
   * @param array contiguous in C order
   */
  public void setArray(String name, INDArray array) {
    arrays.put(name, Device.bytes(array));
  }

  /** An array that strips are read from or written to. */
  public BytePointer array(String name) {
    return Objects.requireNonNull(arrays.get(name), name);
  }

  /** A term's weight in the total loss. */
  public double weight(int term) {
    return weights[term];
  }

  /** Keeps a term's value. */
  public void set(int term, double value) {
    values[term] = value;
  }

  /** Adds the value of some rows to a term's. */
  public void add(int term, double value) {
    values[term] += value;
  }

  /** Sets all terms' values to 0. */
  public void clear() {
    Arrays.fill(values, 0);
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
