package io.github.styletransfer.transfer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a run's later iterations depend on, beside its settings and images. What image, arrays
 * and numbers mean is the method's affair.
 *
 * @param iteration the next one to be done, 0-based
 * @param recoveries how often the run has gone back because the loss was not finite
 * @param image as it stands before that iteration, in the method's own form and size
 * @param arrays what else the method remembers, by name
 * @param numbers what else the method remembers, by name
 * @param losses of the iterations done
 */
public record RunState(
    int iteration,
    int recoveries,
    StateArray image,
    Map<String, StateArray> arrays,
    Map<String, Double> numbers,
    List<LossEntry> losses) {
  /** Arrays aren't copied. */
  public RunState {
    arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    losses = List.copyOf(losses);
  }

  /**
   * An array of the state.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public StateArray array(String name) {
    StateArray array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException("the state has no array " + name);
    }
    return array;
  }

  /**
   * A number of the state.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public double number(String name) {
    Double number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException("the state has no number " + name);
    }
    return number;
  }
}
