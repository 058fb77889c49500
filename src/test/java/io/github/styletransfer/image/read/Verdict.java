package io.github.styletransfer.image.read;

import java.util.Locale;

/** What came of reading a file; the order is that of the table's columns. */
enum Verdict {
  /** The other decoder's pixels are the same, but for small differences. */
  SAME,
  /** Read, but there is nothing to compare with. */
  READ,
  /** The other decoder refuses it too, or the refusal names the reason. */
  REFUSED_RIGHTLY,
  /** Refused, and there is nothing to compare with. */
  REFUSED,
  REFUSED_THOUGH_READ,
  WRONG,
  /** Neither picture nor refusal, or not in time. */
  CRASH;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
