package io.github.styletransfer.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.optimize.WolfeLineSearch.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WolfeLineSearchTest {
  private static final int MAX_EVALUATIONS = 20;

  /**
   * A function of section 5 of Moré and Thuente, "Line Search Algorithms with Guaranteed Sufficient
   * Decrease", ACM TOMS 20, 1994, with the constants used there; c1 is a hundredth less where the
   * paper has c1 = c2.
   */
  private record Problem(
      int number, DoubleUnaryOperator value, DoubleUnaryOperator slope, double c1, double c2) {
    static Stream<Problem> all() {
      return Stream.of(
          new Problem(
              1, a -> -a / (a * a + 2), a -> (a * a - 2) / Math.pow(a * a + 2, 2), 0.001, 0.1),
          new Problem(
              2,
              a -> Math.pow(a + 0.004, 5) - 2 * Math.pow(a + 0.004, 4),
              a -> 5 * Math.pow(a + 0.004, 4) - 8 * Math.pow(a + 0.004, 3),
              0.099,
              0.1),
          new Problem(3, Problem::wave, Problem::waveSlope, 0.099, 0.1),
          yanai(4, 0.001, 0.001),
          yanai(5, 0.01, 0.001),
          yanai(6, 0.001, 0.01));
    }

    LbfgsSettings settings() {
      return new LbfgsSettings(1, c1, c2, MAX_EVALUATIONS, 1);
    }

    private static Problem yanai(int number, double b1, double b2) {
      return new Problem(
          number,
          a -> gamma(b1) * Math.hypot(1 - a, b2) + gamma(b2) * Math.hypot(a, b1),
          a -> gamma(b1) * (a - 1) / Math.hypot(1 - a, b2) + gamma(b2) * a / Math.hypot(a, b1),
          0.00099,
          0.001);
    }

    private static double wave(double a) {
      double corner = 0.01;
      double base =
          Math.abs(a - 1) >= corner
              ? Math.abs(1 - a)
              : (a - 1) * (a - 1) / (2 * corner) + corner / 2;
      return base + 2 * (1 - corner) / (39 * Math.PI) * Math.sin(39 * Math.PI / 2 * a);
    }

    private static double waveSlope(double a) {
      double corner = 0.01;
      double base = Math.abs(a - 1) >= corner ? Math.signum(a - 1) : (a - 1) / corner;
      return base + (1 - corner) * Math.cos(39 * Math.PI / 2 * a);
    }

    private static double gamma(double b) {
      return Math.hypot(1, b) - b;
    }
  }

  /** A search on a function, step by step. */
  private static final class Search {
    private final List<Double> steps = new ArrayList<>();
    private Status status = Status.SEARCHING;

    Search(
        LbfgsSettings settings,
        DoubleUnaryOperator value,
        DoubleUnaryOperator slope,
        double firstStep,
        double noise) {
      WolfeLineSearch search =
          new WolfeLineSearch(
              settings, value.applyAsDouble(0), slope.applyAsDouble(0), firstStep, noise);
      while (status == Status.SEARCHING) {
        double step = search.step();
        steps.add(step);
        status = search.evaluated(value.applyAsDouble(step), slope.applyAsDouble(step));
      }
    }

    double last() {
      return steps.get(steps.size() - 1);
    }
  }

  /** Moré and Thuente's own search needs up to 11 evaluations for these. */
  @ParameterizedTest
  @MethodSource("problems")
  void acceptsAStepThatSatisfiesBothConditions(Problem problem) {
    for (double firstStep : new double[] {1e-3, 1e-1, 1e1, 1e3}) {
      Search search = new Search(problem.settings(), problem.value, problem.slope, firstStep, 0);
      assertThat(search.status).isEqualTo(Status.ACCEPTED);
      assertStrongWolfe(problem.settings(), problem.value, problem.slope, search.last());
      assertThat(search.steps.size()).isLessThanOrEqualTo(16);
    }
  }

  private static Stream<Problem> problems() {
    return Problem.all();
  }

  private static void assertStrongWolfe(
      LbfgsSettings settings, DoubleUnaryOperator value, DoubleUnaryOperator slope, double step) {
    double slope0 = slope.applyAsDouble(0);
    assertThat(value.applyAsDouble(step))
        .isLessThanOrEqualTo(
            value.applyAsDouble(0) + settings.sufficientDecrease() * step * slope0);
    assertThat(Math.abs(slope.applyAsDouble(step)))
        .isLessThanOrEqualTo(settings.curvature() * Math.abs(slope0));
  }

  /** The cubic through two points of a parabola is the parabola. */
  @Test
  void findsAParabolasMinimumAtTheSecondEvaluation() {
    LbfgsSettings exact = new LbfgsSettings(1, 1e-4, 1e-3, MAX_EVALUATIONS, 1);
    assertThat(new Search(exact, a -> (a - 3) * (a - 3), a -> 2 * (a - 3), 10, 0).steps)
        .containsExactly(10d, 3d);
    assertThat(new Search(exact, a -> (a - 3) * (a - 3), a -> 2 * (a - 3), 1, 0).steps)
        .startsWith(1d)
        .hasSizeLessThanOrEqualTo(3);
  }

  /** The minimum is at 0.5, beyond 0.9 there is nothing. */
  @ParameterizedTest
  @CsvSource({"NaN,NaN", "Infinity,1", "-Infinity,-1", "0,NaN", "-1,-Infinity"})
  void goesBackFromWhereValueOrSlopeIsNotFinite(double badValue, double badSlope) {
    LbfgsSettings settings = new LbfgsSettings(1, 1e-4, 0.1, MAX_EVALUATIONS, 1);
    DoubleUnaryOperator value = a -> a < 0.9 ? (a - 0.5) * (a - 0.5) : badValue;
    DoubleUnaryOperator slope = a -> a < 0.9 ? 2 * (a - 0.5) : badSlope;
    Search search = new Search(settings, value, slope, 1000, 0);
    assertThat(search.status).isEqualTo(Status.ACCEPTED);
    assertStrongWolfe(settings, value, slope, search.last());
  }

  @Test
  void givesUpAfterTheEvaluationsAllowed() {
    LbfgsSettings settings = new LbfgsSettings(1, 1e-4, 0.9, 7, 1);
    Search unbounded = new Search(settings, a -> -a, a -> -1, 1, 0);
    assertThat(unbounded.status).isEqualTo(Status.FAILED);
    assertThat(unbounded.steps).hasSize(7).isSorted();
    Search wrongSign = new Search(settings, a -> a, a -> -1, 1, 0);
    assertThat(wrongSign.status).isEqualTo(Status.FAILED);
    assertThat(wrongSign.steps).hasSize(7);
  }

  @Test
  void acceptsWithinTheNoiseAndGivesUpWhenTheIntervalIsLostInIt() {
    LbfgsSettings settings = LbfgsSettings.DEFAULT;
    DoubleUnaryOperator flat = a -> a == 0 ? 1 : 1 + 1e-7;
    DoubleUnaryOperator slope = a -> 1e-8 * (a - 1);
    assertThat(new Search(settings, flat, slope, 1, 2e-7).steps).containsExactly(1d);
    assertThat(new Search(settings, flat, slope, 1, 2e-7).status).isEqualTo(Status.ACCEPTED);
    Search lost = new Search(settings, flat, slope, 1, 5e-8);
    assertThat(lost.status).isEqualTo(Status.FAILED);
    assertThat(lost.steps).hasSize(1);
  }
}
