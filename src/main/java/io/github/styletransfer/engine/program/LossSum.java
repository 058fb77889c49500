package io.github.styletransfer.engine.program;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A weighted sum of loss terms.
 *
 * @param constant what is added
 * @param shares the terms with their weights; a term may come more than once
 */
public record LossSum(double constant, List<Share> shares) {
  /**
   * A term with its weight.
   *
   * @param term its position in the program
   * @param weight its factor
   */
  public record Share(int term, Coefficient weight) {}

  /** Copies the list. */
  public LossSum {
    shares = List.copyOf(shares);
  }

  /** A term with weight 1. */
  public static LossSum of(int term) {
    return new LossSum(0, List.of(new Share(term, Coefficient.ONE)));
  }

  /** This and another sum. */
  public LossSum plus(LossSum other) {
    List<Share> all = new ArrayList<>(shares);
    all.addAll(other.shares);
    return new LossSum(constant + other.constant, all);
  }

  /** The sum times a number. */
  public LossSum times(double factor) {
    return new LossSum(
        constant * factor,
        shares.stream().map(s -> new Share(s.term(), s.weight().times(factor))).toList());
  }

  /**
   * The sum times a scalar input.
   *
   * @throws IllegalArgumentException if the sum has a constant part
   */
  public LossSum times(String input) {
    if (constant != 0) {
      throw new IllegalArgumentException("a constant times the input " + input);
    }
    return new LossSum(
        0, shares.stream().map(s -> new Share(s.term(), s.weight().times(input))).toList());
  }

  /**
   * The factors of all terms; 0 for those that the sum doesn't have.
   *
   * @param terms how many the program has
   * @param inputs gives an input's value
   */
  public double[] weights(int terms, ToDoubleFunction<String> inputs) {
    double[] weights = new double[terms];
    for (Share share : shares) {
      weights[share.term()] += share.weight().value(inputs);
    }
    return weights;
  }
}
