package io.github.styletransfer.descent;

import io.github.styletransfer.image.RgbImage;
import java.util.Optional;

/** How the iterations of a stage ended; its images have their margin and the stage's size. */
sealed interface StageEnd {
  /**
   * All that were wanted were done.
   *
   * @param next the iteration after the last one, counted from the run's first
   * @param image the result
   * @param state to go on from at the same size
   */
  record Done(int next, RgbImage image, Position state) implements StageEnd {}

  /**
   * The run was asked to stop.
   *
   * @param state to go on from
   */
  record Stopped(Position state) implements StageEnd {}

  /**
   * The loss is not finite.
   *
   * @param loss NaN or infinite
   * @param iteration where it was found, 0-based
   * @param best an image to be content with; empty if there is none
   */
  record Diverged(double loss, int iteration, Optional<Image> best) implements StageEnd {}

  /**
   * An image on the way.
   *
   * @param iteration after which it is, 0-based
   * @param image with its margin
   */
  record Image(int iteration, RgbImage image) {}
}
