package io.github.styletransfer.descent;

import java.math.BigDecimal;

/**
 * When the optimisation at a size has come to its end: when the lowest total loss has fallen by
 * less than some part of itself over some iterations.
 *
 * @param percent of the loss, more than 0 and less than 100
 * @param iterations 1 or more
 */
public record ConvergenceRule(double percent, int iterations) {
  private static final double WHOLE = 100;

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public ConvergenceRule {
    if (!(percent > 0 && percent < WHOLE)) {
      throw new IllegalArgumentException(
          "the part of the loss must be more than 0% and less than 100%, not " + percent + "%");
    }
    if (iterations < 1) {
      throw new IllegalArgumentException("iterations must be 1 or more, not " + iterations);
    }
  }

  /** Whether a loss is so little below an earlier one, both the lowest up to their time. */
  boolean isMet(double earlier, double lowest) {
    return earlier - lowest < earlier * (percent / WHOLE);
  }

  /** As on the command line: 0.1%/50. */
  @Override
  public String toString() {
    return new BigDecimal(Double.toString(percent)).stripTrailingZeros().toPlainString()
        + "%/"
        + iterations;
  }
}
