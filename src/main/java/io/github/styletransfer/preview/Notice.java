package io.github.styletransfer.preview;

import java.time.Duration;

/** The last thing worth a word; what has become old isn't said any more. */
final class Notice {
  private static final long LIFE = Duration.ofSeconds(15).toNanos();

  private String text = "";
  private boolean passing;
  private long since;

  /** Says something until it is old or something else is said. */
  void pass(String words, long nanoTime) {
    text = words;
    passing = true;
    since = nanoTime;
  }

  /** Says something until something else is said. */
  void stay(String words) {
    text = words;
    passing = false;
  }

  /** Empty if there is nothing to say. */
  String text(long nanoTime) {
    if (passing && nanoTime - since >= LIFE) {
      text = "";
    }
    return text;
  }
}
