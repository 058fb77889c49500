package io.github.styletransfer.optimize;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * L-BFGS with a strong Wolfe line search (Liu and Nocedal, "On the limited memory BFGS method for
 * large scale optimization", Mathematical Programming 45, 1989; Nocedal and Wright, Numerical
 * Optimization, 2nd edition, algorithm 7.5). One evaluation is one step that a line search tries.
 *
 * <p>A line search that fails, or succeeds within the noise without giving a loss lower than all
 * before, is followed by one along the steepest descent from the best image. When that gives no
 * lower loss either, the optimisation stops.
 */
public final class Lbfgs implements Optimizer {
  /**
   * Of neighbouring images' losses, in units in the last place of their data type: VGG-19's, with
   * few channels and in float, scatter by 1 to 3 around a smooth curve.
   */
  private static final double NOISE_UNITS = 4;

  private final LbfgsSettings settings;
  private final double relativeNoise;
  private final CurvatureHistory history;

  /** Where the line begins. */
  private final Iterate start;

  /** Of all evaluated images, the one of the lowest loss. */
  private final Iterate best;

  private final FlatArray direction;
  private @Nullable WolfeLineSearch line;

  /** The lowest loss when the line began. */
  private double lossToBeat;

  private @Nullable String stopReason;

  /**
   * Allocates all arrays.
   *
   * @param dataType the image's, FLOAT or DOUBLE; losses are taken to be as precise
   * @param shape the image's
   */
  public Lbfgs(LbfgsSettings settings, DataType dataType, long... shape) {
    this.settings = settings;
    relativeNoise = NOISE_UNITS * unitInLastPlace(dataType);
    long length = 1;
    for (long size : shape) {
      length *= size;
    }
    history = new CurvatureHistory(settings.history(), dataType, length, relativeNoise);
    start = new Iterate(dataType, length);
    best = new Iterate(dataType, length);
    direction = FlatArray.zeros(dataType, length);
  }

  private static double unitInLastPlace(DataType dataType) {
    return switch (dataType) {
      case FLOAT -> Math.ulp(1f);
      case DOUBLE -> Math.ulp(1d);
      default ->
          throw new IllegalArgumentException("L-BFGS needs FLOAT or DOUBLE, not " + dataType);
    };
  }

  /** Takes a loss or gradient that isn't finite for a step too long, except at the first image. */
  @Override
  public void update(INDArray image, INDArray gradient, double loss) {
    if (stopReason != null) {
      return;
    }
    FlatArray position = FlatArray.viewOf(image);
    if (line == null) {
      begin(position, FlatArray.viewOf(gradient), loss);
    } else {
      advance(line, position, FlatArray.viewOf(gradient), loss);
    }
    if (line == null || stopReason != null) {
      position.assign(best.image());
    } else {
      position.assign(start.image());
      position.addScaled(line.step(), direction);
    }
  }

  private void begin(FlatArray image, FlatArray gradient, double loss) {
    best.set(image, gradient, loss);
    if (Double.isFinite(loss) && Double.isFinite(gradient.dot(gradient))) {
      start.set(best);
      startLine();
    } else {
      stopReason = "loss or gradient isn't finite at the first image";
    }
  }

  private void advance(WolfeLineSearch search, FlatArray image, FlatArray gradient, double loss) {
    double slope = gradient.dot(direction);
    if (loss < best.loss() && Double.isFinite(loss) && Double.isFinite(slope)) {
      best.set(image, gradient, loss);
    }
    WolfeLineSearch.Status status = search.evaluated(loss, slope);
    if (status == WolfeLineSearch.Status.SEARCHING) {
      return;
    }
    boolean lowered = best.loss() < lossToBeat;
    if (lowered && status == WolfeLineSearch.Status.ACCEPTED) {
      history.add(start, image, gradient);
      start.set(image, gradient, loss);
      startLine();
    } else if (lowered || history.size() > 0) {
      history.clear();
      start.set(best);
      startLine();
    } else {
      stopReason = "no step along the steepest descent lowers the loss any more";
    }
  }

  private void startLine() {
    double slope = setDirection();
    if (history.size() > 0 && !(slope < 0 && Double.isFinite(slope))) {
      history.clear();
      slope = setDirection();
    }
    lossToBeat = best.loss();
    if (slope == 0) {
      stopReason = "the gradient is zero";
      return;
    }
    double firstStep =
        history.size() > 0 ? 1 : settings.firstStep() * Math.sqrt(direction.length() / -slope);
    line = new WolfeLineSearch(settings, start.loss(), slope, firstStep, noise(start.loss()));
  }

  /** To minus the inverse Hessian's approximation times the gradient; returns the slope there. */
  private double setDirection() {
    direction.assign(start.gradient());
    direction.scale(-1);
    history.multiply(direction);
    return start.gradient().dot(direction);
  }

  private double noise(double loss) {
    return relativeNoise * Math.abs(loss);
  }

  @Override
  public INDArray result(INDArray image) {
    return line == null ? image : best.image().reshaped(image.shape());
  }

  @Override
  public Optional<String> stopReason() {
    return Optional.ofNullable(stopReason);
  }

  @Override
  public boolean canRecover() {
    return line != null;
  }

  @Override
  public OptionalDouble learningRate() {
    return OptionalDouble.empty();
  }

  @Override
  public void halveLearningRate() {
    throw new UnsupportedOperationException("L-BFGS has no learning rate");
  }

  @Override
  public OptimizerState state() {
    OptimizerState.Builder state = new OptimizerState.Builder();
    if (line != null) {
      line.save(state);
      history.save(state);
      start.save("start", state);
      best.save("best", state);
      state.put("direction", direction).put("lossToBeat", lossToBeat);
    }
    return state.build();
  }

  /** Nothing: twenty images' worth of memory would save a few evaluations. */
  @Override
  public OptimizerState finish() {
    history.close();
    start.close();
    best.close();
    direction.close();
    return OptimizerState.INITIAL;
  }

  @Override
  public void restore(OptimizerState state) {
    if (state.isInitial()) {
      line = null;
      history.clear();
    } else {
      line = new WolfeLineSearch(settings, state);
      history.restore(state);
      start.restore("start", state);
      best.restore("best", state);
      state.copyTo("direction", direction.values());
      lossToBeat = state.number("lossToBeat");
    }
  }
}
