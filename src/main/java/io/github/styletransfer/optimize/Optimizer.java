package io.github.styletransfer.optimize;

import java.util.Optional;
import java.util.OptionalDouble;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Improves an image step by step. The caller evaluates the loss and its gradient at the image,
 * hands both to {@link #update}, which moves the image to where they are wanted next, and so on;
 * {@link #result} is what has come of it.
 */
public interface Optimizer {
  /**
   * Takes the evaluation at the image and moves the image to where to evaluate next. Once {@link
   * #stopReason} is present, it does nothing more.
   *
   * @param image of the optimiser's shape and data type, contiguous in C order, as the last update
   *     left it; changed in place
   * @param gradient of the loss at the image, of the same shape, type and order; its content is
   *     lost
   * @param loss at the image
   */
  void update(INDArray image, INDArray gradient, double loss);

  /**
   * The best image so far, as the method defines it: for Adam the image after its last update, for
   * L-BFGS the evaluated image of the lowest loss.
   *
   * @param image as the last update left it
   * @return the image itself or the optimiser's own memory: not to be changed, and good only until
   *     the next update
   */
  INDArray result(INDArray image);

  /** Why no further evaluation can improve the result; empty as long as one may. */
  Optional<String> stopReason();

  /**
   * Whether the next {@link #update} takes a loss or gradient that is NaN or infinite, by going
   * back.
   */
  boolean canRecover();

  /** The step size, in grey levels; empty for a method that finds its own. */
  OptionalDouble learningRate();

  /**
   * Takes half the steps from now on.
   *
   * @throws UnsupportedOperationException if there is no {@link #learningRate}
   */
  void halveLearningRate();

  /**
   * All that later updates depend on beside the image, the gradient and the loss.
   *
   * @return the optimiser's own memory: not to be changed, and good only until the next update
   */
  OptimizerState state();

  /**
   * Ends the optimisation at its planned end, and gives back the memory of all that isn't worth
   * keeping for an optimiser that goes on from the {@link #result}. Neither the optimiser nor what
   * it gave before can be used any more.
   *
   * @return what is worth keeping of {@link #state}, as {@link #restore} takes it
   */
  OptimizerState finish();

  /**
   * Goes on from a state that {@link #state} gave to an optimiser of the same settings, type and
   * shape; the state is copied.
   *
   * @throws IllegalArgumentException if it is another's
   */
  void restore(OptimizerState state);
}
