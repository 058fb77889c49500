package io.github.styletransfer.patches;

import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.transfer.StateArray;
import java.util.Map;

/** A part of a run that is under way. */
interface PaintingStep {
  /**
   * Changes the image.
   *
   * @param iteration of this part, 0-based
   * @return the losses before the change
   */
  Losses advance(int iteration);

  /** The image as it stands. */
  FloatImage image();

  /** What the next part goes on from. */
  Progress progress();

  /** What the iterations to come depend on, beside the image. */
  Map<String, StateArray> arrays();
}
