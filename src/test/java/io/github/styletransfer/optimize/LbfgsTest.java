package io.github.styletransfer.optimize;

import static io.github.styletransfer.optimize.Minimisation.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LbfgsTest {
  private static final LbfgsSettings SETTINGS = LbfgsSettings.DEFAULT;
  private static final String NO_DESCENT =
      "no step along the steepest descent lowers the loss any more";

  private final Random random = new Random(1);
  private final Objective illConditioned = Objective.quadratic(1e6, normal(100));
  private final INDArray zeros = Nd4j.zeros(DataType.DOUBLE, 100);

  /**
   * From the usual start (-1.2, 1, ...). SciPy's L-BFGS-B takes 48 and 667 evaluations. The loss at
   * the minimum is 0, so that superlinear convergence shows down to the square of rounding.
   */
  @ParameterizedTest
  @CsvSource({"2, 50", "100, 750"})
  void minimisesRosenbrocksFunction(int size, int evaluations) {
    double[] start = new double[size];
    for (int i = 0; i < size; i++) {
      start[i] = i % 2 == 0 ? -1.2 : 1;
    }
    Minimisation run =
        Minimisation.run(
            Objective::rosenbrock, SETTINGS, vector(DataType.DOUBLE, start), evaluations);
    assertThat(run.lowest()).isLessThan(1e-20);
    assertThat(run.result()[size - 1]).isCloseTo(1, within(1e-8));
  }

  /** Rounding x to float, by up to 6e-8, changes the loss by up to 500 times its square. */
  @Test
  void minimisesRosenbrocksFunctionInFloat() {
    Minimisation run =
        Minimisation.run(Objective::rosenbrock, SETTINGS, vector(DataType.FLOAT, -1.2, 1), 60);
    assertThat(run.lowest()).isLessThan(1e-11);
  }

  /**
   * SciPy's L-BFGS-B is at 91 after 200 evaluations of such a function. Adam, at its best learning
   * rate, needs 423 to get as low as this one in 200.
   */
  @Test
  void needsHalfOfAdamsEvaluationsForAnIllConditionedQuadratic() {
    Minimisation lbfgs = Minimisation.run(illConditioned, SETTINGS, zeros, 200);
    assertThat(lbfgs.losses()[0]).isGreaterThan(1e6);
    assertThat(lbfgs.lowest()).isLessThan(120);
    for (double rate : new double[] {0.1, 0.3, 1, 3, 10}) {
      AdamSettings settings = new AdamSettings(rate, 0.9, 0.999, 1e-8);
      Minimisation adam = Minimisation.run(illConditioned, settings, zeros, 400);
      assertThat(adam.lowest()).isGreaterThan(lbfgs.lowest());
    }
  }

  /** By steps of the inverse of the largest curvature. */
  @Test
  void needsATenthOfSteepestDescentsEvaluationsForAnIllConditionedQuadratic() {
    double[] x = new double[100];
    double[] gradient = new double[100];
    double loss = 0;
    for (int evaluation = 0; evaluation < 2000; evaluation++) {
      loss = illConditioned.evaluate(x, gradient);
      for (int i = 0; i < x.length; i++) {
        x[i] -= gradient[i] / 1e6;
      }
    }
    Minimisation lbfgs = Minimisation.run(illConditioned, SETTINGS, zeros, 200);
    assertThat(lbfgs.lowest()).isLessThan(loss / 5);
  }

  /** More elements than a block of a dot product has; float's rounding of x changes x by 6e-8. */
  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void minimisesInManyDimensions(DataType dataType) {
    int size = 20_000;
    Minimisation run =
        Minimisation.run(
            Objective.quadratic(100, normal(size)), SETTINGS, Nd4j.zeros(dataType, size), 100);
    assertThat(run.lowest()).isLessThan(1e-6 * run.losses()[0]);
  }

  /** All that one evaluation gives is the direction; 1.5 is the root mean square of both. */
  @Test
  void firstMovesByTheFirstStepAgainstTheGradient() {
    Lbfgs lbfgs = new LbfgsSettings(5, 1e-4, 0.9, 20, 1.5).create(DataType.DOUBLE, 1, 2);
    INDArray image = vector(DataType.DOUBLE, 10, 20).reshape(1, 2);
    lbfgs.update(image, vector(DataType.DOUBLE, 300, -400).reshape(1, 2), 1e6);
    assertThat(image.getDouble(0)).isCloseTo(10 - 0.6 * 1.5 * Math.sqrt(2), within(1e-12));
    assertThat(image.getDouble(1)).isCloseTo(20 + 0.8 * 1.5 * Math.sqrt(2), within(1e-12));
    assertThat(lbfgs.result(image)).isEqualTo(vector(DataType.DOUBLE, 10, 20).reshape(1, 2));
  }

  /** The minimum is well inside, the first step goes far outside. */
  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void goesBackFromWhereTheLossIsNotFinite(double outside) {
    Objective quadratic = Objective.quadratic(100, normal(10));
    Objective bounded =
        (x, gradient) ->
            Arrays.stream(x).allMatch(v -> Math.abs(v) < 3)
                ? quadratic.evaluate(x, gradient)
                : outside;
    LbfgsSettings settings = new LbfgsSettings(10, 1e-4, 0.9, 20, 1000);
    Minimisation run = Minimisation.run(bounded, settings, Nd4j.zeros(DataType.DOUBLE, 10), 100);
    assertThat(run.losses()[1]).isNotFinite();
    assertThat(run.result()).usingComparatorWithPrecision(1e-6).containsOnly(1);
  }

  @Test
  void goesBackFromWhereTheGradientIsNotFinite() {
    Objective quadratic = Objective.quadratic(100, normal(10));
    Objective bounded =
        (x, gradient) -> {
          double loss = quadratic.evaluate(x, gradient);
          gradient[3] = Math.abs(x[3]) < 3 ? gradient[3] : Double.NaN;
          return Math.abs(x[3]) < 3 ? loss : -1;
        };
    LbfgsSettings settings = new LbfgsSettings(10, 1e-4, 0.9, 20, 1000);
    Minimisation run = Minimisation.run(bounded, settings, Nd4j.zeros(DataType.DOUBLE, 10), 100);
    assertThat(run.losses()[1]).isEqualTo(-1);
    assertThat(run.result()).usingComparatorWithPrecision(1e-6).containsOnly(1);
  }

  @Test
  void keepsTheFirstImageWhenTheGradientHasTheWrongSign() {
    Objective quadratic = Objective.quadratic(100, normal(10));
    Objective wrong =
        (x, gradient) -> {
          double loss = quadratic.evaluate(x, gradient);
          Arrays.setAll(gradient, i -> -gradient[i]);
          return loss;
        };
    Minimisation run = Minimisation.run(wrong, SETTINGS, Nd4j.zeros(DataType.DOUBLE, 10), 100);
    assertThat(run.optimizer().stopReason()).hasValue(NO_DESCENT);
    assertThat(run.evaluations()).isEqualTo(1 + SETTINGS.maxEvaluations());
    assertThat(run.result()).containsOnly(0);
  }

  /** One line search fails from there on, then that along the steepest descent. */
  @Test
  void keepsTheBestImageWhenTheGradientTurnsWrong() {
    Objective quadratic = Objective.quadratic(1e4, normal(20));
    int[] evaluations = {0};
    Objective wrong =
        (x, gradient) -> {
          double loss = quadratic.evaluate(x, gradient);
          if (++evaluations[0] > 12) {
            Arrays.setAll(gradient, i -> -gradient[i]);
          }
          return loss;
        };
    Minimisation run = Minimisation.run(wrong, SETTINGS, Nd4j.zeros(DataType.DOUBLE, 20), 200);
    assertThat(run.optimizer().stopReason()).hasValue(NO_DESCENT);
    assertThat(run.lowest()).isLessThanOrEqualTo(run.losses()[11]);
  }

  /**
   * Minima at the kinks, where the curvature condition can't be met: line searches fail there, yet
   * each restart brings the loss down, from some 60 at the beginning to 1. Now and then a restart
   * meets a kink from which the steepest descent leads nowhere; at which one depends on roundings.
   */
  @Test
  void restartsWhereTheFunctionIsNotSmooth() {
    Objective kinks =
        (x, gradient) -> {
          double sum = 1;
          for (int i = 0; i < x.length; i++) {
            gradient[i] = (i + 1) * Math.signum(x[i] - 1);
            sum += (i + 1) * Math.abs(x[i] - 1);
          }
          return sum;
        };
    double[] lowest =
        Stream.generate(() -> Minimisation.vector(DataType.FLOAT, normal(10)))
            .limit(21)
            .mapToDouble(start -> Minimisation.run(kinks, SETTINGS, start, 2000).lowest())
            .sorted()
            .toArray();
    assertThat(lowest[10]).isLessThan(1.1);
    assertThat(lowest[20]).isLessThan(6);
  }

  /**
   * Noise of the size that float losses have. Steps that gain less than it can't be told, and the
   * condition of 1000 makes many such.
   */
  @Test
  void endsNearTheMinimumOfALossWithFloatsNoise() {
    Objective quadratic = Objective.quadratic(1e3, normal(50));
    Objective noisy =
        (x, gradient) -> {
          double loss = 1000 + quadratic.evaluate(x, gradient);
          return loss * (1 + 1e-7 * (2 * random.nextDouble() - 1));
        };
    Minimisation run = Minimisation.run(noisy, SETTINGS, Nd4j.zeros(DataType.FLOAT, 50), 500);
    assertThat(run.optimizer().stopReason()).hasValue(NO_DESCENT);
    assertThat(quadratic.evaluate(run.result(), new double[50])).isLessThan(1000 * 5e-6);
  }

  @Test
  void stopsWhereTheGradientIsZero() {
    INDArray minimum = Nd4j.ones(DataType.DOUBLE, 4);
    Lbfgs lbfgs = SETTINGS.create(DataType.DOUBLE, 4);
    INDArray image = minimum.dup();
    lbfgs.update(image, Nd4j.zeros(DataType.DOUBLE, 4), 7);
    assertThat(lbfgs.stopReason()).hasValue("the gradient is zero");
    lbfgs.update(image, Nd4j.ones(DataType.DOUBLE, 4), 6);
    assertThat(image).isEqualTo(minimum);
    assertThat(lbfgs.result(image)).isEqualTo(minimum);
  }

  @ParameterizedTest
  @CsvSource({"NaN, 1", "Infinity, 1", "1, NaN", "1, Infinity"})
  void cannotRecoverBeforeTheFirstFiniteEvaluation(double loss, double slope) {
    Lbfgs lbfgs = SETTINGS.create(DataType.FLOAT, 2);
    INDArray image = vector(DataType.FLOAT, 1, 2);
    lbfgs.update(image, vector(DataType.FLOAT, slope, 1), loss);
    assertThat(lbfgs.canRecover()).isFalse();
    assertThat(lbfgs.stopReason()).hasValue("loss or gradient isn't finite at the first image");
    assertThat(lbfgs.result(image)).isEqualTo(vector(DataType.FLOAT, 1, 2));

    Lbfgs other = SETTINGS.create(DataType.FLOAT, 2);
    assertThat(other.canRecover()).isFalse();
    other.update(image, vector(DataType.FLOAT, 1, 1), 1);
    assertThat(other.canRecover()).isTrue();
    assertThat(other.stopReason()).isEmpty();
  }

  @Test
  void refusesValuesOutOfRange() {
    assertThatThrownBy(() -> new LbfgsSettings(0, 1e-4, 0.9, 20, 1))
        .hasMessage("history must be 1 or more, not 0");
    assertThatThrownBy(() -> new LbfgsSettings(10, 0.9, 0.9, 20, 1))
        .hasMessage(
            "sufficient decrease and curvature must be 0 < sufficient decrease < curvature < 1,"
                + " not 0.9 and 0.9");
    assertThatThrownBy(() -> new LbfgsSettings(10, Double.NaN, 0.9, 20, 1))
        .hasMessageEndingWith("not NaN and 0.9");
    assertThatThrownBy(() -> new LbfgsSettings(10, 1e-4, 1, 20, 1))
        .hasMessageEndingWith("not 1.0E-4 and 1.0");
    assertThatThrownBy(() -> new LbfgsSettings(10, 1e-4, 0.9, 0, 1))
        .hasMessage("evaluations per line search must be 1 or more, not 0");
    assertThatThrownBy(() -> new LbfgsSettings(10, 1e-4, 0.9, 20, 0))
        .hasMessage("first step must be more than 0, not 0.0");
    assertThatThrownBy(() -> SETTINGS.create(DataType.BFLOAT16, 2))
        .hasMessage("L-BFGS needs FLOAT or DOUBLE, not BFLOAT16");
  }

  @Test
  void saysItsSettingsAndMemory() {
    assertThat(SETTINGS)
        .hasToString(
            "L-BFGS with history 10, sufficient decrease 1.0E-4, curvature 0.9, at most 20"
                + " evaluations per line search, first step 1.0");
    assertThat(SETTINGS.stateBytesPerElement(DataType.FLOAT, 100)).isEqualTo(25 * 4);
    assertThat(SETTINGS.stateBytesPerElement(DataType.FLOAT, 4)).isEqualTo(11 * 4);
    assertThat(new AdamSettings(1, 0.9, 0.999, 1e-8).stateBytesPerElement(DataType.FLOAT, 100))
        .isEqualTo(2 * 4);
  }

  private double[] normal(int size) {
    return random.doubles(size, -1, 1).toArray();
  }
}
