package io.github.styletransfer.transfer;

import io.github.styletransfer.engine.Losses;
import io.github.styletransfer.image.RgbImage;
import java.io.IOException;

/** Watches a run. Each method is called on the run's thread; a failure ends the run. */
public interface TransferListener {
  /**
   * Called before each update.
   *
   * @param iteration 0-based
   * @param losses at the image before this iteration's update
   */
  default void evaluated(int iteration, Losses losses) throws IOException {}

  /**
   * Called after the update of an iteration that leaves a checkpoint.
   *
   * @param iteration 0-based
   * @param image after the update
   */
  default void checkpoint(int iteration, RgbImage image) throws IOException {}
}
