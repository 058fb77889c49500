package io.github.styletransfer.descent;

import io.github.styletransfer.optimize.OptimizerState;
import io.github.styletransfer.transfer.LossEntry;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.StateArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where an optimisation stands: a run's state in ND4J's arrays.
 *
 * @param iteration the next one to be done, 0-based
 * @param recoveries how often the run has gone back because the loss was not finite
 * @param image where it is to be evaluated next: NHWC [1, H, W, 3] float, mean-subtracted, at the
 *     size of the iteration's stage, with its margin
 * @param optimizer what the optimiser remembers
 * @param losses of the iterations done
 */
record Position(
    int iteration,
    int recoveries,
    INDArray image,
    OptimizerState optimizer,
    List<LossEntry> losses) {
  /** The position that a state stands for; its arrays aren't copied if they are ND4J's. */
  static Position of(RunState state) {
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    state.arrays().forEach((name, array) -> arrays.put(name, NativeArray.of(array).array()));
    return new Position(
        state.iteration(),
        state.recoveries(),
        NativeArray.of(state.image()).array(),
        new OptimizerState(arrays, state.numbers()),
        state.losses());
  }

  /** Gives back the arrays' memory, which nobody may use any more. */
  void close() {
    image.close();
    optimizer.close();
  }

  /** As methods of any kind have it; arrays aren't copied. */
  RunState state() {
    Map<String, StateArray> arrays = new LinkedHashMap<>();
    optimizer.arrays().forEach((name, array) -> arrays.put(name, new NativeArray(array)));
    return new RunState(
        iteration, recoveries, new NativeArray(image), arrays, optimizer.numbers(), losses);
  }
}
