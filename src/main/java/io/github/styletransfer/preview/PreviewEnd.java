package io.github.styletransfer.preview;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param outcome in a few words
 * @param message the whole message: where the image is, and how to continue
 * @param saved the image that the run leaves; empty if there is none
 * @param stays whether pages are served until a person closes them
 */
public record PreviewEnd(String outcome, String message, Optional<Path> saved, boolean stays) {
  /** A run that left no image, and whose pages end with it. */
  public static PreviewEnd failed(String message) {
    return new PreviewEnd("Failed", message, Optional.empty(), false);
  }
}
