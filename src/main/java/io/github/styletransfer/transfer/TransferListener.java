package io.github.styletransfer.transfer;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.loss.Losses;
import java.io.IOException;
import java.util.function.Supplier;

/** Watches a run. Each method is called on the run's thread; a failure ends the run. */
public interface TransferListener {
  /**
   * Called before the first iteration at a size.
   *
   * @param first iteration at this size, 0-based
   * @param end the iteration after the last one at this size
   * @param width in pixels
   * @param height in pixels
   */
  default void stageStarted(int first, int end, int width, int height) throws IOException {}

  /**
   * Called before each update.
   *
   * @param iteration 0-based
   * @param losses at the image before this iteration's update
   */
  default void evaluated(int iteration, Losses losses) throws IOException {}

  /**
   * Called after each update.
   *
   * @param iteration 0-based
   * @param image makes the optimiser's result after the update; good only during this call, and
   *     some milliseconds of work
   */
  default void updated(int iteration, Supplier<RgbImage> image) throws IOException {}

  /**
   * Called after the update of an iteration that leaves a checkpoint.
   *
   * @param iteration 0-based
   * @param image the optimiser's result after the update
   */
  default void checkpoint(int iteration, RgbImage image) throws IOException {}

  /**
   * Called when the optimiser can't improve the image any further at its size.
   *
   * @param iteration the last one done, 0-based
   * @param reason for people to read
   */
  default void stopped(int iteration, String reason) throws IOException {}

  /**
   * Called when the loss was no longer finite, and the run goes on from an earlier image.
   *
   * @param iteration the one that is done again next, 0-based
   * @param learningRate from now on
   */
  default void wentBack(int iteration, double learningRate) throws IOException {}

  /**
   * Called between two iterations, where the run could be gone on from later.
   *
   * @param state makes the run's state; its arrays are the run's own, good only during this call
   */
  default void resumable(Supplier<RunState> state) throws IOException {}
}
