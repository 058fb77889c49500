package io.github.styletransfer.transfer;

import io.github.styletransfer.engine.Executor;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.transfer.Stages.Stage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A way from a photo and a painting to a picture, in iterations. */
public interface TransferMethod {
  /** The names of the terms of the total loss, in order. */
  List<String> lossNames();

  /** The sizes that a run goes through. */
  List<Stage> stages(ImageSize result);

  /** What computes the losses at the result's own size; for the run's records. */
  Executor executor(ImageSize result);

  /** About how much memory a run takes at its peaks. */
  MemoryNeed memory(ImageSize result, ImageSize style);

  /** The size of a saved state, without its losses; bytes. */
  long stateBytes(ImageSize result);

  /**
   * Runs all iterations. From a state after the last iteration only the result is made.
   *
   * @param content the content image; the result has its size
   * @param style the style image, of any size
   * @param from where an earlier run of the same settings and images ended; its arrays are changed
   * @param listeners hear of the run
   * @param stop ends the run early
   * @throws IllegalArgumentException if the state belongs to another run
   * @throws IOException if a listener fails
   */
  TransferResult run(
      RgbImage content,
      RgbImage style,
      Optional<RunState> from,
      List<TransferListener> listeners,
      StopRequest stop)
      throws IOException;
}
