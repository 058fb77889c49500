package io.github.styletransfer.engine;

import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.model.Targets;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Evaluates one loss model, again and again, at images of one size and for one set of targets after
 * the other. Not safe for use by threads.
 */
public interface Engine extends AutoCloseable {
  /**
   * Sets the targets that the losses compare with from now on; nothing is compiled anew.
   *
   * @param targets kept, and not to be changed
   * @throws IllegalArgumentException if one is missing or of another shape; those bound before stay
   */
  void bind(Targets targets);

  /**
   * Evaluates the losses and the gradient of the total loss, for targets that are {@linkplain #bind
   * bound}.
   *
   * @param image mean-subtracted RGB, NHWC [1, H, W, 3], of the model's data type; not changed
   * @param gradient array of the same shape and type that receives d(total loss)/d(image)
   * @return the losses at the image
   * @throws IllegalStateException if no targets are bound
   */
  Losses evaluate(INDArray image, INDArray gradient);

  /** Releases the engine's memory; it can't be used afterwards. */
  @Override
  void close();
}
