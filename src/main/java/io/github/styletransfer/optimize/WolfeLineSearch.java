package io.github.styletransfer.optimize;

import org.jspecify.annotations.Nullable;

/**
 * Looks for a step along a descent direction that satisfies the strong Wolfe conditions,
 *
 * <pre>
 *   value(step) &lt;= value(0) + c1 * step * slope(0)
 *   |slope(step)| &lt;= c2 * |slope(0)|,
 * </pre>
 *
 * as algorithms 3.5 and 3.6 of Nocedal and Wright (Numerical Optimization, 2nd edition) do; steps
 * within an interval are its cubic's minimiser (3.59), kept off the ends, or its middle whenever
 * two steps haven't shortened it by a third (Moré and Thuente, ACM TOMS 20, 1994, section 4).
 *
 * <p>The caller evaluates {@link #step} and reports with {@link #evaluated}, until that returns
 * something else than {@link Status#SEARCHING}.
 */
final class WolfeLineSearch {
  enum Status {
    /** A further step is to be evaluated. */
    SEARCHING,
    /** The step just evaluated satisfies the conditions. */
    ACCEPTED,
    /** No such step in the evaluations allowed, or none that noise would let be told. */
    FAILED
  }

  private static final double MARGIN = 0.1;
  private static final double SHORTENING = 0.66;
  private static final double SHORTEST_EXTENSION = 1.1;
  private static final double LONGEST_EXTENSION = 4;

  private record Point(double step, double value, double slope) {
    boolean isFinite() {
      return Double.isFinite(value) && Double.isFinite(slope);
    }

    void save(String name, OptimizerState.Builder state) {
      state.put(name + ".step", step).put(name + ".value", value).put(name + ".slope", slope);
    }

    static Point of(String name, OptimizerState state) {
      return new Point(
          state.number(name + ".step"),
          state.number(name + ".value"),
          state.number(name + ".slope"));
    }
  }

  private final LbfgsSettings settings;
  private final double noise;
  private final Point origin;

  /** The best end of the interval that holds acceptable steps; the slope leads into it. */
  private Point low;

  /** The other end; null as long as there is none. */
  private @Nullable Point high;

  private double width = Double.POSITIVE_INFINITY;
  private double widthBefore = Double.POSITIVE_INFINITY;
  private double step;
  private int evaluations;

  /**
   * Starts a search.
   *
   * @param value at step 0
   * @param slope at step 0; less than 0
   * @param firstStep to be evaluated first; more than 0
   * @param noise differences of values up to this are taken for none
   */
  WolfeLineSearch(
      LbfgsSettings settings, double value, double slope, double firstStep, double noise) {
    this.settings = settings;
    this.noise = noise;
    origin = new Point(0, value, slope);
    low = origin;
    step = firstStep;
  }

  /** Goes on with a search that was saved. */
  WolfeLineSearch(LbfgsSettings settings, OptimizerState state) {
    this.settings = settings;
    noise = state.number("line.noise");
    origin = Point.of("line.origin", state);
    low = Point.of("line.low", state);
    high = state.has("line.high.step") ? Point.of("line.high", state) : null;
    width = state.number("line.width");
    widthBefore = state.number("line.widthBefore");
    step = state.number("line.step");
    evaluations = state.count("line.evaluations", settings.maxEvaluations());
  }

  void save(OptimizerState.Builder state) {
    origin.save("line.origin", state);
    low.save("line.low", state);
    if (high != null) {
      high.save("line.high", state);
    }
    state
        .put("line.noise", noise)
        .put("line.width", width)
        .put("line.widthBefore", widthBefore)
        .put("line.step", step)
        .put("line.evaluations", evaluations);
  }

  /** The step to be evaluated, or the last one evaluated after the search's end. */
  double step() {
    return step;
  }

  /**
   * Takes the evaluation at {@link #step}.
   *
   * @param value of the function; a NaN or infinite one, or slope, says that the step is too long
   * @param slope the function's derivative with respect to the step
   */
  Status evaluated(double value, double slope) {
    Point point = new Point(step, value, slope);
    Point last = low;
    evaluations++;
    if (!point.isFinite() || !decreases(point)) {
      high = point;
    } else if (Math.abs(slope) <= settings.curvature() * -origin.slope()) {
      return Status.ACCEPTED;
    } else {
      boolean ahead = high == null || high.step() > low.step();
      if (ahead ? slope >= 0 : slope <= 0) {
        high = low;
      }
      low = point;
    }
    if (evaluations >= settings.maxEvaluations() || isLostInNoise()) {
      return Status.FAILED;
    }
    step = high == null ? extended(last, low) : within(low, high);
    return Status.SEARCHING;
  }

  private boolean decreases(Point point) {
    double bound = origin.value() + settings.sufficientDecrease() * point.step() * origin.slope();
    return point.value() <= bound + noise && point.value() <= low.value() + noise;
  }

  /** Whether even a slope that stayed as it is wouldn't lower the value perceptibly. */
  private boolean isLostInNoise() {
    return high != null && Math.abs(low.slope() * (high.step() - low.step())) <= noise;
  }

  private static double extended(Point before, Point last) {
    double advance = last.step() - before.step();
    double shortest = last.step() + SHORTEST_EXTENSION * advance;
    double longest = last.step() + LONGEST_EXTENSION * advance;
    double minimum = cubicMinimum(before, last);
    return minimum > last.step() ? Math.min(Math.max(minimum, shortest), longest) : longest;
  }

  private double within(Point from, Point to) {
    double newWidth = Math.abs(to.step() - from.step());
    double middle = (from.step() + to.step()) / 2;
    double minimum =
        newWidth > SHORTENING * widthBefore || !to.isFinite() ? middle : cubicMinimum(from, to);
    widthBefore = width;
    width = newWidth;
    double first = Math.min(from.step(), to.step()) + MARGIN * newWidth;
    double last = Math.max(from.step(), to.step()) - MARGIN * newWidth;
    return Double.isNaN(minimum) ? middle : Math.min(Math.max(minimum, first), last);
  }

  /** The minimiser of the cubic through both points (3.59), NaN if it has none. */
  private static double cubicMinimum(Point a, Point b) {
    double d1 = a.slope() + b.slope() - 3 * (a.value() - b.value()) / (a.step() - b.step());
    double d2 = Math.signum(b.step() - a.step()) * Math.sqrt(d1 * d1 - a.slope() * b.slope());
    return b.step()
        - (b.step() - a.step()) * (b.slope() + d2 - d1) / (b.slope() - a.slope() + 2 * d2);
  }
}
