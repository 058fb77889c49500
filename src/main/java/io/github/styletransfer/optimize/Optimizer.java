package io.github.styletransfer.optimize;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Improves an image in place, one gradient at a time. */
public interface Optimizer {
  /**
   * Does one update.
   *
   * @param image changed in place
   * @param gradient of the loss at the image, of the same shape; its content is lost
   */
  void update(INDArray image, INDArray gradient);
}
