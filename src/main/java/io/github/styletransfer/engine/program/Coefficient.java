package io.github.styletransfer.engine.program;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * A factor of a loss term: a number, times scalar inputs.
 *
 * @param number the part that is known
 * @param inputs names of scalars
 */
public record Coefficient(double number, List<String> inputs) {
  static final Coefficient ONE = new Coefficient(1, List.of());

  /** Copies the list. */
  public Coefficient {
    inputs = List.copyOf(inputs);
  }

  Coefficient times(double factor) {
    return new Coefficient(number * factor, inputs);
  }

  Coefficient times(String input) {
    return new Coefficient(number, Stream.concat(inputs.stream(), Stream.of(input)).toList());
  }

  /**
   * Its value.
   *
   * @param values gives an input's
   */
  public double value(ToDoubleFunction<String> values) {
    double product = number;
    for (String input : inputs) {
      product *= values.applyAsDouble(input);
    }
    return product;
  }
}
