package io.github.styletransfer.retouch;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.TransferListener;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * Passes a run's events on, its images retouched. States remain the method's own.
 *
 * @param listener gets the events
 * @param retouch what is done to images
 */
record RetouchingListener(TransferListener listener, Retouch retouch) implements TransferListener {
  @Override
  public void stageStarted(int first, int end, int width, int height) throws IOException {
    listener.stageStarted(first, end, width, height);
  }

  @Override
  public void evaluated(int iteration, Losses losses) throws IOException {
    listener.evaluated(iteration, losses);
  }

  @Override
  public void updated(int iteration, Supplier<RgbImage> image) throws IOException {
    listener.updated(iteration, () -> retouch.of(image.get()));
  }

  @Override
  public void checkpoint(int iteration, RgbImage image) throws IOException {
    listener.checkpoint(iteration, retouch.of(image));
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
}
