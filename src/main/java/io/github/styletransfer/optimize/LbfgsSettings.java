package io.github.styletransfer.optimize;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * L-BFGS's hyperparameters.
 *
 * @param history how many of the last steps describe the curvature; 1 or more
 * @param sufficientDecrease c1 of the Wolfe conditions: the part of the decrease promised by the
 *     slope that a step must bring; more than 0
 * @param curvature c2 of the strong Wolfe conditions: the part of the initial slope, in absolute
 *     value, that may be left at the step's end; more than c1 and less than 1
 * @param maxEvaluations after which a line search is given up; 1 or more
 * @param firstStep root mean square of the image's change, in grey levels, that is tried first
 *     along the steepest descent, when nothing is known of the curvature; more than 0. Unlike the
 *     largest change it doesn't depend on the few pixels with the largest gradient; unlike the
 *     length it doesn't depend on the image's size.
 */
public record LbfgsSettings(
    int history, double sufficientDecrease, double curvature, int maxEvaluations, double firstStep)
    implements OptimizerSettings {
  /**
   * The constants that Nocedal and Wright (Numerical Optimization, 2nd edition, section 3.1) give
   * for quasi-Newton methods, and a first step of one grey level.
   */
  public static final LbfgsSettings DEFAULT = new LbfgsSettings(10, 1e-4, 0.9, 20, 1);

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public LbfgsSettings {
    if (history < 1) {
      throw new IllegalArgumentException("history must be 1 or more, not " + history);
    }
    if (!(sufficientDecrease > 0 && sufficientDecrease < curvature && curvature < 1)) {
      throw new IllegalArgumentException(
          "sufficient decrease and curvature must be 0 < sufficient decrease < curvature < 1, not "
              + sufficientDecrease
              + " and "
              + curvature);
    }
    if (maxEvaluations < 1) {
      throw new IllegalArgumentException(
          "evaluations per line search must be 1 or more, not " + maxEvaluations);
    }
    if (!(firstStep > 0) || Double.isInfinite(firstStep)) {
      throw new IllegalArgumentException("first step must be more than 0, not " + firstStep);
    }
  }

  @Override
  public Lbfgs create(DataType dataType, long... shape) {
    return new Lbfgs(this, dataType, shape);
  }

  /**
   * The history's pairs, of which each update but the first gives one, two images with their
   * gradients, and the direction.
   */
  @Override
  public long stateBytesPerElement(DataType dataType, int updates) {
    return (2L * Math.min(history, updates - 1) + 5) * dataType.width();
  }

  /** The other hyperparameters have no options. */
  @Override
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("optimizer", "lbfgs");
    options.put("history", Integer.toString(history));
    return options;
  }

  @Override
  public String toString() {
    return "L-BFGS with history "
        + history
        + ", sufficient decrease "
        + sufficientDecrease
        + ", curvature "
        + curvature
        + ", at most "
        + maxEvaluations
        + " evaluations per line search, first step "
        + firstStep;
  }
}
