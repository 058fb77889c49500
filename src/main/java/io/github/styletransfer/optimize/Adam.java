package io.github.styletransfer.optimize;

import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.AdamUpdater;

/**
 * Adam (Kingma and Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015) in the "epsilon
 * hat" form of the end of its section 2, as TensorFlow has it: with t counted from 1, the image
 * moves by {@code -learningRate * sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilon)}.
 */
public final class Adam implements Optimizer {
  private final AdamUpdater updater;
  private int updates;

  /**
   * Starts with zero moments.
   *
   * @param shape the image's shape
   */
  public Adam(AdamSettings settings, org.nd4j.linalg.api.buffer.DataType dataType, long... shape) {
    updater =
        new AdamUpdater(
            org.nd4j.linalg.learning.config.Adam.builder()
                .learningRate(settings.learningRate())
                .beta1(settings.beta1())
                .beta2(settings.beta2())
                .epsilon(settings.epsilon())
                .build());
    updater.setState(
        Map.of(
            AdamUpdater.M_STATE, Nd4j.zeros(dataType, shape),
            AdamUpdater.V_STATE, Nd4j.zeros(dataType, shape)),
        true);
  }

  @Override
  public void update(INDArray image, INDArray gradient, double loss) {
    updater.applyUpdater(gradient, updates, 0);
    updates++;
    image.subi(gradient);
  }

  @Override
  public INDArray result(INDArray image) {
    return image;
  }

  /** Always empty: Adam takes no account of the loss. */
  @Override
  public Optional<String> stopReason() {
    return Optional.empty();
  }

  /** False: the moments would never be finite again. */
  @Override
  public boolean canRecover() {
    return false;
  }
}
