package io.github.styletransfer.preview;

import java.time.Duration;

/** The latest notice, which is shown until it is old. */
final class Notice {
  private static final long LIFE = Duration.ofSeconds(15).toNanos();

  private String text = "";
  private boolean passing;
  private long since;

  /** Shows a notice until it is old or replaced by another. */
  void pass(String words, long nanoTime) {
    text = words;
    passing = true;
    since = nanoTime;
  }

  /** Shows a notice until it is replaced by another. */
  void stay(String words) {
    text = words;
    passing = false;
  }

  /** Empty if there is nothing to show. */
  String text(long nanoTime) {
    if (passing && nanoTime - since >= LIFE) {
      text = "";
    }
    return text;
  }
}
