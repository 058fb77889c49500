package io.github.styletransfer.optimize;

import java.util.Arrays;

/** A function with its gradient, in double precision. */
interface Objective {
  /**
   * Evaluates the function.
   *
   * @param x not changed
   * @param gradient receives the gradient at x
   * @return the value at x
   */
  double evaluate(double[] x, double[] gradient);

  /**
   * The sum over i of 100 (x[i+1] - x[i]^2)^2 + (1 - x[i])^2; its minimum is 0, at ones. Nocedal
   * and Wright, Numerical Optimization, 2nd edition, (2.22), chained.
   */
  static double rosenbrock(double[] x, double[] gradient) {
    Arrays.fill(gradient, 0);
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double valley = x[i + 1] - x[i] * x[i];
      double along = 1 - x[i];
      sum += 100 * valley * valley + along * along;
      gradient[i] += -400 * valley * x[i] - 2 * along;
      gradient[i + 1] += 200 * valley;
    }
    return sum;
  }

  /**
   * Half the sum of c[i] y[i]^2, with c spread geometrically from 1 to the condition number and y a
   * rotation of x - 1, so that no axis is special: reflected across the plane at right angles to a
   * vector.
   */
  static Objective quadratic(double condition, double[] normal) {
    double squared = Arrays.stream(normal).map(v -> v * v).sum();
    return (x, gradient) -> {
      double[] y = Arrays.stream(x).map(v -> v - 1).toArray();
      reflect(y, normal, squared);
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        gradient[i] = Math.pow(condition, (double) i / (x.length - 1)) * y[i];
        sum += gradient[i] * y[i] / 2;
      }
      reflect(gradient, normal, squared);
      return sum;
    };
  }

  private static void reflect(double[] vector, double[] normal, double squared) {
    double along = 0;
    for (int i = 0; i < vector.length; i++) {
      along += vector[i] * normal[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] -= 2 * along / squared * normal[i];
    }
  }
}
