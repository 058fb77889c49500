package io.github.styletransfer.descent;

import io.github.styletransfer.optimize.AdamSettings;
import io.github.styletransfer.optimize.Optimizer;
import io.github.styletransfer.optimize.OptimizerSettings;
import io.github.styletransfer.optimize.OptimizerState;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A copy of the image and the optimiser's state to go back to when the loss is no longer finite.
 * Taken every few iterations, of the lowest loss so far: where a run diverges, its losses grow long
 * before they overflow. Of a large image, only the image is kept, and the optimiser begins anew
 * there: its state would take several times as much memory.
 */
final class Rollback {
  private static final int INTERVAL = 10;

  /** An image that has more elements is large: 16 million pixels and more. */
  private static final long MOST_WITH_STATE = 3L << 24;

  private final long mostWithState;
  private int iteration = -INTERVAL;
  private double loss = Double.POSITIVE_INFINITY;
  private @Nullable INDArray image;
  private @Nullable OptimizerState state;

  Rollback() {
    this(MOST_WITH_STATE);
  }

  /** With another number of elements that makes an image large. */
  Rollback(long mostWithState) {
    this.mostWithState = mostWithState;
  }

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
      if (image == null) {
        image = current.dup('c');
      } else {
        image.assign(current);
      }
      state =
          current.length() > mostWithState
              ? OptimizerState.INITIAL
              : optimizer.state().copyInto(state == null ? OptimizerState.INITIAL : state);
    }
  }

  /** Gives the copy's memory back; nothing leads back any more. */
  void close() {
    if (image != null) {
      image.close();
      image = null;
    }
    if (state != null) {
      state.close();
      state = null;
    }
  }

  /**
   * The memory that a copy takes.
   *
   * @param elements of the image
   * @param settings the optimiser's; there are no copies if it has no learning rate
   * @return bytes
   */
  static long bytes(long elements, OptimizerSettings settings) {
    if (!(settings instanceof AdamSettings adam)) {
      return 0;
    }
    long state = elements > MOST_WITH_STATE ? 0 : adam.stateBytesPerElement(DataType.FLOAT, 1);
    return elements * (Float.BYTES + state);
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
