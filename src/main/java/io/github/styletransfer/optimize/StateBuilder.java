package io.github.styletransfer.optimize;

import java.util.HashMap;
import java.util.Map;

/** Collects the parts of an optimiser's state; arrays are taken as they are. */
final class StateBuilder {
  private final Map<String, org.nd4j.linalg.api.ndarray.INDArray> arrays = new HashMap<>();
  private final Map<String, Double> numbers = new HashMap<>();

  StateBuilder put(String name, FlatArray array) {
    arrays.put(name, array.values());
    return this;
  }

  StateBuilder put(String name, double number) {
    numbers.put(name, number);
    return this;
  }

  OptimizerState build() {
    return new OptimizerState(arrays, numbers);
  }
}
