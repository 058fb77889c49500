package io.github.styletransfer.optimize;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * All that an optimiser remembers from one update to the next.
 *
 * @param arrays by name
 * @param numbers by name
 */
public record OptimizerState(Map<String, INDArray> arrays, Map<String, Double> numbers) {
  /** Before the first update. */
  public static final OptimizerState INITIAL = new OptimizerState(Map.of(), Map.of());

  /** Arrays aren't copied. */
  public OptimizerState {
    arrays = Map.copyOf(arrays);
    numbers = Map.copyOf(numbers);
  }

  /**
   * A state of its own memory.
   *
   * @param spare a copy that is no longer wanted, whose memory is used as far as it fits
   */
  public OptimizerState copyInto(OptimizerState spare) {
    Map<String, INDArray> copies = new LinkedHashMap<>();
    arrays.forEach(
        (name, array) -> {
          INDArray there = spare.arrays.get(name);
          copies.put(
              name,
              there != null && Arrays.equals(there.shape(), array.shape())
                  ? there.assign(array)
                  : array.dup('c'));
        });
    return new OptimizerState(copies, numbers);
  }

  /** Gives back the arrays' memory, which nobody may use any more. */
  public void close() {
    arrays.values().forEach(INDArray::close);
  }

  /**
   * A number of the state.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  double number(String name) {
    Double value = numbers.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the optimiser's state has no number " + name);
    }
    return value;
  }

  /** Whether it is that before the first update. */
  boolean isInitial() {
    return arrays.isEmpty() && numbers.isEmpty();
  }

  /** Whether the state has a number of that name. */
  boolean has(String name) {
    return numbers.containsKey(name);
  }

  /**
   * A number of the state that is a whole one.
   *
   * @throws IllegalArgumentException if there is none of that name from 0 to the given one
   */
  int count(String name, int most) {
    double value = number(name);
    if (!(value >= 0 && value <= most) || value != Math.rint(value)) {
      throw new IllegalArgumentException(name + " is " + value);
    }
    return (int) value;
  }

  /**
   * Copies an array of the state.
   *
   * @throws IllegalArgumentException if there is none of that name and of the target's length and
   *     type
   */
  void copyTo(String name, INDArray target) {
    INDArray array = arrays.get(name);
    if (array == null
        || array.length() != target.length()
        || array.dataType() != target.dataType()) {
      throw new IllegalArgumentException("the optimiser's state has no fitting array " + name);
    }
    target.assign(array.reshape('c', target.shape()));
  }

  /** Collects the parts of a state; arrays are taken as they are. */
  static final class Builder {
    private final Map<String, INDArray> arrays = new HashMap<>();
    private final Map<String, Double> numbers = new HashMap<>();

    Builder put(String name, FlatArray array) {
      arrays.put(name, array.values());
      return this;
    }

    Builder put(String name, double number) {
      numbers.put(name, number);
      return this;
    }

    OptimizerState build() {
      return new OptimizerState(arrays, numbers);
    }
  }
}
