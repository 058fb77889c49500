package io.github.styletransfer.descent;

import io.github.styletransfer.optimize.Optimizer;
import io.github.styletransfer.optimize.OptimizerState;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A copy of the image and the optimiser's state to go back to when the loss is no longer finite.
 * Taken every few iterations, of the lowest loss so far: where a run diverges, its losses grow long
 * before they overflow.
 */
final class Rollback {
  private static final int INTERVAL = 10;

  private int iteration = -INTERVAL;
  private double loss = Double.POSITIVE_INFINITY;
  private @Nullable INDArray image;
  private @Nullable OptimizerState state;

  /**
   * Takes a copy if one is due.
   *
   * @param now the 0-based iteration whose update is about to be done
   * @param total the finite loss at the image
   */
  void visit(int now, double total, INDArray current, Optimizer optimizer) {
    if (now - iteration >= INTERVAL && total <= loss) {
      iteration = now;
      loss = total;
      image = current.dup('c');
      state = optimizer.state().copy();
    }
  }

  /** The iteration that {@link #restore} leads back to; empty if nothing was copied yet. */
  OptionalInt iteration() {
    return state == null ? OptionalInt.empty() : OptionalInt.of(iteration);
  }

  /** Brings image and optimiser back to where the copy was taken. */
  void restore(INDArray current, Optimizer optimizer) {
    if (image == null || state == null) {
      throw new IllegalStateException("nothing was copied");
    }
    current.assign(image);
    optimizer.restore(state);
  }
}
