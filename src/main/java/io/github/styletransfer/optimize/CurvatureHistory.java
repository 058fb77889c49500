package io.github.styletransfer.optimize;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The last steps s and the gradient's changes y over them, which stand for an approximation H of
 * the inverse Hessian: BFGS updates of the identity times gamma = s.y / y.y of the newest pair
 * (Nocedal and Wright, Numerical Optimization, 2nd edition, section 7.2).
 */
final class CurvatureHistory {
  private final int capacity;
  private final DataType dataType;
  private final long length;
  private final List<FlatArray> steps = new ArrayList<>();
  private final List<FlatArray> changes = new ArrayList<>();

  /** s.y of each pair. */
  private final double[] curvatures;

  /** Scratch: the first loop's factors. */
  private final double[] factors;

  private final double smallestCosine;
  private double gamma;
  private int size;

  /** Where the next pair goes; the newest is just before, cyclically. */
  private int next;

  /**
   * Starts empty, and takes memory as pairs come.
   *
   * @param capacity pairs that are kept; the oldest go first
   * @param length of the vectors
   * @param smallestCosine pairs whose s and y are at an angle of no larger cosine are left out:
   *     rounding may have given s.y its sign
   */
  CurvatureHistory(int capacity, DataType dataType, long length, double smallestCosine) {
    this.capacity = capacity;
    this.dataType = dataType;
    this.length = length;
    this.smallestCosine = smallestCosine;
    curvatures = new double[capacity];
    factors = new double[capacity];
  }

  /** Gives the memory back. */
  void close() {
    steps.forEach(FlatArray::close);
    changes.forEach(FlatArray::close);
  }

  private void reserve(int pairs) {
    while (steps.size() < pairs) {
      steps.add(FlatArray.zeros(dataType, length));
      changes.add(FlatArray.zeros(dataType, length));
    }
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /**
   * Adds the pair of a step, unless its curvature isn't clearly positive. A pair left out costs a
   * full history its oldest pair, whose memory it was computed in.
   *
   * @param from where the step began
   * @param image where it ended
   * @param gradient at its end
   */
  void add(Iterate from, FlatArray image, FlatArray gradient) {
    reserve(next + 1);
    FlatArray step = steps.get(next);
    FlatArray change = changes.get(next);
    size = Math.min(size, capacity - 1);
    setDifference(step, image, from.image());
    setDifference(change, gradient, from.gradient());
    double curvature = step.dot(change);
    double changeSquared = change.dot(change);
    if (curvature > smallestCosine * Math.sqrt(step.dot(step)) * Math.sqrt(changeSquared)) {
      curvatures[next] = curvature;
      gamma = curvature / changeSquared;
      next = (next + 1) % capacity;
      size++;
    }
  }

  /** Replaces a vector v by H v, with the two-loop recursion (algorithm 7.4). */
  void multiply(FlatArray vector) {
    for (int age = 1; age <= size; age++) {
      int i = index(age);
      factors[i] = steps.get(i).dot(vector) / curvatures[i];
      vector.addScaled(-factors[i], changes.get(i));
    }
    if (size > 0) {
      vector.scale(gamma);
    }
    for (int age = size; age >= 1; age--) {
      int i = index(age);
      double factor = changes.get(i).dot(vector) / curvatures[i];
      vector.addScaled(factors[i] - factor, steps.get(i));
    }
  }

  void save(OptimizerState.Builder state) {
    state.put("history.size", size).put("history.next", next).put("history.gamma", gamma);
    for (int age = 1; age <= size; age++) {
      int i = index(age);
      state
          .put("step." + i, steps.get(i))
          .put("change." + i, changes.get(i))
          .put("curvature." + i, curvatures[i]);
    }
  }

  void restore(OptimizerState state) {
    size = state.count("history.size", capacity);
    next = state.count("history.next", capacity - 1);
    gamma = state.number("history.gamma");
    for (int age = 1; age <= size; age++) {
      int i = index(age);
      reserve(i + 1);
      state.copyTo("step." + i, steps.get(i).values());
      state.copyTo("change." + i, changes.get(i).values());
      curvatures[i] = state.number("curvature." + i);
    }
  }

  /** Of the pair that was added as the age-th last. */
  private int index(int age) {
    return Math.floorMod(next - age, capacity);
  }

  private static void setDifference(FlatArray result, FlatArray minuend, FlatArray subtrahend) {
    result.assign(minuend);
    result.addScaled(-1, subtrahend);
  }
}
