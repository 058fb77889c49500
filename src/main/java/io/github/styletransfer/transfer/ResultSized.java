package io.github.styletransfer.transfer;

import io.github.styletransfer.engine.Losses;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import java.io.IOException;

/**
 * Passes a stage's events on, its checkpoints without their margin and at the result's size.
 *
 * @param listener gets the events
 * @param margin around the checkpoints
 * @param width of the result
 * @param height of the result
 */
record ResultSized(TransferListener listener, Margin margin, int width, int height)
    implements TransferListener {
  @Override
  public void evaluated(int iteration, Losses losses) throws IOException {
    listener.evaluated(iteration, losses);
  }

  @Override
  public void checkpoint(int iteration, RgbImage image) throws IOException {
    listener.checkpoint(iteration, Resizer.resize(margin.cutFrom(image), width, height));
  }

  @Override
  public void stopped(int iteration, String reason) throws IOException {
    listener.stopped(iteration, reason);
  }
}
