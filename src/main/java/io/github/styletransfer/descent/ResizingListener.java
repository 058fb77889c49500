package io.github.styletransfer.descent;

import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.TransferListener;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * Passes a stage's events on, its images without their margin and at the result's size.
 *
 * @param listener gets the events
 * @param margin around the images
 * @param width of the result
 * @param height of the result
 */
record ResizingListener(TransferListener listener, Margin margin, int width, int height)
    implements TransferListener {
  @Override
  public void stageStarted(int first, int end, int stageWidth, int stageHeight) throws IOException {
    listener.stageStarted(first, end, stageWidth, stageHeight);
  }

  @Override
  public void evaluated(int iteration, Losses losses) throws IOException {
    listener.evaluated(iteration, losses);
  }

  @Override
  public void updated(int iteration, Supplier<RgbImage> image) throws IOException {
    listener.updated(iteration, () -> sized(image.get()));
  }

  @Override
  public void checkpoint(int iteration, RgbImage image) throws IOException {
    listener.checkpoint(iteration, sized(image));
  }

  @Override
  public void stopped(int iteration, String reason) throws IOException {
    listener.stopped(iteration, reason);
  }

  @Override
  public void wentBack(int iteration, double learningRate) throws IOException {
    listener.wentBack(iteration, learningRate);
  }

  @Override
  public void resumable(Supplier<RunState> state) throws IOException {
    listener.resumable(state);
  }

  private RgbImage sized(RgbImage image) {
    return Resizer.resize(margin.cutFrom(image), width, height);
  }
}
