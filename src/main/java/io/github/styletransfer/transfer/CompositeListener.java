package io.github.styletransfer.transfer;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.loss.Losses;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * Several listeners as one.
 *
 * @param listeners in the order in which they hear of things
 */
public record CompositeListener(List<TransferListener> listeners) implements TransferListener {
  @Override
  public void stageStarted(int first, int end, int width, int height) throws IOException {
    for (TransferListener listener : listeners) {
      listener.stageStarted(first, end, width, height);
    }
  }

  @Override
  public void evaluated(int iteration, Losses losses) throws IOException {
    for (TransferListener listener : listeners) {
      listener.evaluated(iteration, losses);
    }
  }

  @Override
  public void updated(int iteration, Supplier<RgbImage> image) throws IOException {
    for (TransferListener listener : listeners) {
      listener.updated(iteration, image);
    }
  }

  @Override
  public void checkpoint(int iteration, RgbImage image) throws IOException {
    for (TransferListener listener : listeners) {
      listener.checkpoint(iteration, image);
    }
  }

  @Override
  public void stopped(int iteration, String reason) throws IOException {
    for (TransferListener listener : listeners) {
      listener.stopped(iteration, reason);
    }
  }

  @Override
  public void wentBack(int iteration, double learningRate) throws IOException {
    for (TransferListener listener : listeners) {
      listener.wentBack(iteration, learningRate);
    }
  }

  @Override
  public void resumable(Supplier<RunState> state) throws IOException {
    for (TransferListener listener : listeners) {
      listener.resumable(state);
    }
  }
}
