package io.github.styletransfer.transfer;

import io.github.styletransfer.image.RgbImage;

/** How a run ended. */
public sealed interface TransferResult {
  /**
   * All iterations were done.
   *
   * @param image of the content image's size
   */
  record Finished(RgbImage image) implements TransferResult {}

  /**
   * The run was asked to end.
   *
   * @param iteration the last one that was done, 0-based
   * @param image after that iteration, of the content image's size
   */
  record Interrupted(int iteration, RgbImage image) implements TransferResult {}

  /** The run was asked to end before its first iteration was done. */
  record NotBegun() implements TransferResult {}
}
