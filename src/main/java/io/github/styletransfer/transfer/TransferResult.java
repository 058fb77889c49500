package io.github.styletransfer.transfer;

import io.github.styletransfer.image.RgbImage;
import java.util.Optional;

/** How a run ended. */
public sealed interface TransferResult {
  /**
   * All iterations were done.
   *
   * @param image of the content image's size
   * @param state to go on from, with more iterations at the same size
   */
  record Finished(RgbImage image, RunState state) implements TransferResult {}

  /**
   * The run was asked to end.
   *
   * @param image after the last iteration that was done; empty if none was
   * @param state to go on from
   */
  record Interrupted(Optional<IterationImage> image, RunState state) implements TransferResult {}

  /**
   * The total loss became NaN or infinite, and remained so with smaller steps.
   *
   * @param iteration where it last did, 0-based
   * @param loss NaN or infinite
   * @param best the image of the lowest loss that was kept; empty if there is none
   */
  record Diverged(int iteration, double loss, Optional<IterationImage> best)
      implements TransferResult {}

  /**
   * An image on the way.
   *
   * @param iteration after whose update it is, 0-based
   * @param image of the content image's size
   */
  record IterationImage(int iteration, RgbImage image) {}
}
