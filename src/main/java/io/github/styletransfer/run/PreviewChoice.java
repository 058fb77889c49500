package io.github.styletransfer.run;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a run is shown in a browser.
 *
 * @param port 0 for any free port, empty for not at all
 * @param kept takes the page over when the run is over; empty if the page ends with it
 */
public record PreviewChoice(OptionalInt port, Optional<KeptPreview> kept) {
  /** Not at all. */
  public static PreviewChoice none() {
    return new PreviewChoice(OptionalInt.empty(), Optional.empty());
  }
}
