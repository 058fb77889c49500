package io.github.styletransfer.transfer;

import io.github.styletransfer.image.DeepImage;
import io.github.styletransfer.image.ImageSize;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A way from a photo and paintings to a picture, in iterations. */
public interface TransferMethod {
  /** The names of the terms of the total loss, in order. */
  List<String> lossNames();

  /** What a run goes through, in order: at least one stage, each beginning where one ends. */
  List<PlannedStage> stages(ImageSize result);

  /** How many iterations a run has. */
  default RunLength length(ImageSize result) {
    List<PlannedStage> stages = stages(result);
    return RunLength.of(stages.get(stages.size() - 1).end());
  }

  /**
   * What computes at the result's own size, for the run's records: names such as {@code engine} and
   * their values. Empty for plain Java.
   */
  default Map<String, String> executor(ImageSize result) {
    return Map.of();
  }

  /**
   * About how much memory a run takes at its peaks.
   *
   * @param paintings their sizes, one or more
   */
  MemoryNeed memory(ImageSize result, List<ImageSize> paintings);

  /** The size of a saved state, without its losses; bytes. */
  long stateBytes(ImageSize result);

  /**
   * Memory for an array of a state that is read from a file; what it holds is overwritten.
   *
   * @param shape 1 to 4 sizes, each 1 or more
   */
  default StateArray newArray(long... shape) {
    return FloatArray.zeros(shape);
  }

  /**
   * Runs all iterations. From a state after the last iteration only the result is made.
   *
   * @param images the result has the photo's size
   * @param from where an earlier run of the same settings and images ended; its arrays are changed
   * @param listeners hear of the run
   * @param stop ends the run early
   * @throws IllegalArgumentException if the state belongs to another run
   * @throws IOException if a listener fails
   */
  TransferResult run(
      TransferImages images,
      Optional<RunState> from,
      List<TransferListener> listeners,
      StopRequest stop)
      throws IOException;

  /**
   * A finished run's image in 16 bits. In 8 bits, rounded as the method rounds, it is the one that
   * the run has given.
   *
   * @param end the finished run's state
   * @param result the image's size
   */
  DeepImage deepImage(RunState end, ImageSize result);
}
