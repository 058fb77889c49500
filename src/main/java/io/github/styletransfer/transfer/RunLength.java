package io.github.styletransfer.transfer;

/**
 * How many iterations a run has.
 *
 * @param planned before it is prolonged, 1 or more
 * @param total with those that it is prolonged by
 */
public record RunLength(int planned, int total) {
  /** A run that isn't prolonged. */
  public static RunLength of(int iterations) {
    return new RunLength(iterations, iterations);
  }
}
