package io.github.styletransfer.optimize;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.AdamUpdater;

/**
 * Adam (Kingma and Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015) in the "epsilon
 * hat" form of the end of its section 2, as TensorFlow has it: with t counted from 1, the image
 * moves by {@code -learningRate * sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilon)}.
 *
 * <p>The result is the last image, or an exponential moving average of the images after each update
 * (Polyak and Juditsky, "Acceleration of Stochastic Approximation by Averaging", 1992, with the
 * bias correction of Adam's moments): a constant step size keeps the images on both sides of what
 * they come closest to.
 */
public final class Adam implements Optimizer {
  private static final String UPDATES = "updates";
  private static final String LEARNING_RATE = "learningRate";
  private static final String AVERAGE = "average";

  private final AdamSettings settings;
  private final Map<String, INDArray> moments;
  private final Consumer<INDArray> projection;
  private final @Nullable INDArray average;
  private AdamUpdater updater;
  private double learningRate;
  private int updates;

  /**
   * Starts with zero moments.
   *
   * @param shape the image's shape
   */
  public Adam(AdamSettings settings, DataType dataType, long... shape) {
    this(settings, image -> {}, dataType, shape);
  }

  /**
   * Starts with zero moments.
   *
   * @param projection changes the image after each step to the closest that is allowed
   * @param shape the image's shape
   */
  public Adam(
      AdamSettings settings, Consumer<INDArray> projection, DataType dataType, long... shape) {
    this.settings = settings;
    this.projection = projection;
    moments =
        Map.of(
            AdamUpdater.M_STATE, Nd4j.zeros(dataType, shape),
            AdamUpdater.V_STATE, Nd4j.zeros(dataType, shape));
    average = settings.isAveraged() ? Nd4j.zeros(dataType, shape) : null;
    learningRate = settings.learningRate();
    updater = updater();
  }

  private AdamUpdater updater() {
    AdamUpdater result =
        new AdamUpdater(
            org.nd4j.linalg.learning.config.Adam.builder()
                .learningRate(learningRate)
                .beta1(settings.beta1())
                .beta2(settings.beta2())
                .epsilon(settings.epsilon())
                .build());
    result.setState(moments, false);
    return result;
  }

  @Override
  public void update(INDArray image, INDArray gradient, double loss) {
    updater.applyUpdater(gradient, updates, 0);
    updates++;
    image.subi(gradient);
    projection.accept(image);
    if (average != null) {
      double decay = settings.average();
      double share = (1 - decay) / (1 - Math.pow(decay, updates));
      FlatArray mean = FlatArray.viewOf(average);
      mean.scale(1 - share);
      mean.addScaled(share, FlatArray.viewOf(image));
    }
  }

  @Override
  public INDArray result(INDArray image) {
    return average == null || updates == 0 ? image : average;
  }

  /** Always empty: Adam takes no account of the loss. */
  @Override
  public Optional<String> stopReason() {
    return Optional.empty();
  }

  /** False: the moments would never be finite again; the caller goes back to an earlier state. */
  @Override
  public boolean canRecover() {
    return false;
  }

  @Override
  public OptionalDouble learningRate() {
    return OptionalDouble.of(learningRate);
  }

  @Override
  public void halveLearningRate() {
    learningRate /= 2;
    updater = updater();
  }

  @Override
  public OptimizerState state() {
    Map<String, INDArray> arrays = new HashMap<>(moments);
    if (average != null) {
      arrays.put(AVERAGE, average);
    }
    return new OptimizerState(
        arrays, Map.of(UPDATES, (double) updates, LEARNING_RATE, learningRate));
  }

  /** All of it: the result is that of a run that was longer from the start. */
  @Override
  public OptimizerState finish() {
    return state();
  }

  @Override
  public void restore(OptimizerState state) {
    if (state.isInitial()) {
      moments.values().forEach(moment -> moment.assign(0));
      updates = 0;
      learningRate = settings.learningRate();
    } else {
      moments.forEach(state::copyTo);
      if (average != null) {
        state.copyTo(AVERAGE, average);
      }
      updates = state.count(UPDATES, Integer.MAX_VALUE);
      learningRate = state.number(LEARNING_RATE);
    }
    updater = updater();
  }
}
