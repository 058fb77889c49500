package io.github.styletransfer.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The loop of a run: one evaluation per update. Checks after each that L-BFGS' result is the
 * evaluated image of the lowest loss.
 */
final class Minimisation {
  private final Objective objective;
  private final Optimizer optimizer;
  private final INDArray image;

  /** Losses in the order of their evaluation. */
  private final double[] losses;

  private int evaluations;
  private double lowest = Double.POSITIVE_INFINITY;
  private INDArray best;

  private Minimisation(
      Objective objective, OptimizerSettings settings, INDArray start, int maxEvaluations) {
    this.objective = objective;
    optimizer = settings.create(start.dataType(), start.shape());
    image = start.dup();
    best = image.dup();
    losses = new double[maxEvaluations];
  }

  /** Minimises until the optimiser stops, or has had so many evaluations. */
  static Minimisation run(
      Objective objective, OptimizerSettings settings, INDArray start, int maxEvaluations) {
    Minimisation result = new Minimisation(objective, settings, start, maxEvaluations);
    while (result.evaluations < maxEvaluations && result.optimizer.stopReason().isEmpty()) {
      result.evaluateAndUpdate();
    }
    return result;
  }

  static INDArray vector(DataType dataType, double... values) {
    return Nd4j.createFromArray(values).castTo(dataType);
  }

  private void evaluateAndUpdate() {
    double[] x = image.toDoubleVector();
    double[] slopes = new double[x.length];
    double loss = objective.evaluate(x, slopes);
    losses[evaluations++] = loss;
    INDArray gradient = vector(image.dataType(), slopes);
    if (loss < lowest
        && Double.isFinite(loss)
        && Double.isFinite(gradient.sumNumber().doubleValue())) {
      lowest = loss;
      best = image.dup();
    }
    optimizer.update(image, gradient, loss);
    if (optimizer instanceof Lbfgs) {
      assertThat(optimizer.result(image)).isEqualTo(best);
    }
  }

  int evaluations() {
    return evaluations;
  }

  double[] losses() {
    return Arrays.copyOf(losses, evaluations);
  }

  /** The lowest loss evaluated. */
  double lowest() {
    return lowest;
  }

  double[] result() {
    return optimizer.result(image).toDoubleVector();
  }

  Optimizer optimizer() {
    return optimizer;
  }
}
