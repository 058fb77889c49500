package io.github.styletransfer.engine.program;

import java.util.Map;
import java.util.TreeMap;

/**
 * A weighted sum of loss terms.
 *
 * @param constant what is added
 * @param weights by the term's position in the program
 */
public record LossSum(double constant, Map<Integer, Double> weights) {
  /** Copies the map. */
  public LossSum {
    weights = Map.copyOf(weights);
  }

  static LossSum of(int term) {
    return new LossSum(0, Map.of(term, 1.0));
  }

  LossSum plus(LossSum other) {
    Map<Integer, Double> sum = new TreeMap<>(weights);
    other.weights.forEach((term, weight) -> sum.merge(term, weight, Double::sum));
    return new LossSum(constant + other.constant, sum);
  }

  LossSum times(double factor) {
    Map<Integer, Double> product = new TreeMap<>();
    weights.forEach((term, weight) -> product.put(term, weight * factor));
    return new LossSum(constant * factor, product);
  }

  /** A term's factor; 0 if the sum doesn't have it. */
  public double weight(int term) {
    return weights.getOrDefault(term, 0.0);
  }

  /**
   * The sum's value.
   *
   * @param terms the value of each of the program's terms
   */
  public double value(double... terms) {
    double sum = constant;
    for (Map.Entry<Integer, Double> entry : new TreeMap<>(weights).entrySet()) {
      sum += entry.getValue() * terms[entry.getKey()];
    }
    return sum;
  }
}
