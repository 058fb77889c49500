package io.github.styletransfer.transfer;

import io.github.styletransfer.optimize.OptimizerState;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * All that a run's later iterations depend on, beside its settings and images.
 *
 * @param iteration the next one to be done, 0-based
 * @param recoveries how often the run has gone back because the loss was not finite
 * @param image where it is to be evaluated next: NHWC [1, H, W, 3] float, mean-subtracted, at the
 *     size of the iteration's stage, with its margin
 * @param optimizer what the optimiser remembers
 * @param losses of the iterations done
 */
public record RunState(
    int iteration,
    int recoveries,
    INDArray image,
    OptimizerState optimizer,
    List<LossEntry> losses) {
  /** Arrays aren't copied. */
  public RunState {
    losses = List.copyOf(losses);
  }
}
