package io.github.styletransfer.console;

import io.github.styletransfer.console.BarLine.Part;
import io.github.styletransfer.transfer.ProgressEstimate;
import java.time.Duration;
import java.util.Optional;

/**
 * A bar's times, such as {@code 12 s gone, 48 s left}.
 *
 * @param both in one text
 * @param one the time left, or else the time gone
 */
record BarTimes(Part both, Part one) {
  private static final int USUAL = "59 min 59 s left".length();

  /**
   * Puts them into words.
   *
   * @param gone since the beginning
   * @param left until the end; empty if it isn't known, or all is done
   */
  static BarTimes of(Duration gone, Optional<Duration> left) {
    String past = ProgressEstimate.text(gone) + " gone";
    String future =
        left.map(time -> ProgressEstimate.text(time.isNegative() ? Duration.ZERO : time) + " left")
            .orElse("");
    return new BarTimes(
        new Part(future.isEmpty() ? past : past + ", " + future, 2 * USUAL + 2),
        new Part(future.isEmpty() ? past : future, USUAL));
  }
}
