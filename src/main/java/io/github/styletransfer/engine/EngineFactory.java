package io.github.styletransfer.engine;

import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.model.TargetModel;
import io.github.styletransfer.model.Targets;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An executor of graphs. */
public interface EngineFactory {
  /** Makes an engine for the losses of a run, in a process that does nothing else. */
  default Engine create(LossModel model) {
    return create(model, 0);
  }

  /**
   * Makes an engine for the losses of a run.
   *
   * @param beside bytes that the process takes for what the engine knows nothing of
   */
  Engine create(LossModel model, long beside);

  /**
   * What the engine that {@link #create} makes for a model runs it with.
   *
   * @param beside bytes that the process takes for what the engine knows nothing of
   */
  Executor executor(LossModel model, long beside);

  /**
   * About how much memory a run takes at its peak, all of the process included.
   *
   * @param model the losses
   * @param beside bytes that the process takes for what the engine knows nothing of
   * @return bytes
   */
  long peakBytes(LossModel model, long beside);

  /**
   * About how much memory {@link #targets} takes at its peak, all of the process included.
   *
   * @param beside bytes that the process takes for what the engine knows nothing of
   * @return bytes
   */
  long targetBytes(TargetModel model, long beside);

  /**
   * About how much memory the arrays of {@link #targets} take.
   *
   * @param beside bytes that the process takes for what the engine knows nothing of
   * @return bytes
   */
  default long keptBytes(TargetModel model, long beside) {
    return model.elements() * Float.BYTES;
  }

  /** Computes an image's share of the targets, in a process that does nothing else. */
  default Targets targets(TargetModel model, INDArray image) {
    return targets(model, image, 0);
  }

  /**
   * Computes an image's share of the targets.
   *
   * @param image mean-subtracted RGB, NHWC [1, H, W, 3], of the size and type the model was built
   *     for
   * @param beside bytes that the process takes for what the engine knows nothing of
   * @return arrays that belong to the caller, of the model's type or of the precision of the
   *     engine's feature maps
   */
  Targets targets(TargetModel model, INDArray image, long beside);
}
