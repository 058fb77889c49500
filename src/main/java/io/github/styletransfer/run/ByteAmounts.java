package io.github.styletransfer.run;

import java.util.Locale;

/**
 * Two numbers of bytes in one sentence, with as many digits as it takes to see which is larger.
 *
 * @param needed such as 1.2 GB
 * @param available such as 800 MB
 */
record ByteAmounts(String needed, String available) {
  private static final double MEGA = 1e6;
  private static final double GIGA = 1e9;
  private static final int MOST_DIGITS = 9;

  static ByteAmounts of(long needed, long available) {
    int more = 0;
    while (more < MOST_DIGITS && text(needed, more).equals(text(available, more))) {
      more++;
    }
    return new ByteAmounts(text(needed, more), text(available, more));
  }

  private static String text(long bytes, int more) {
    return bytes < GIGA
        ? String.format(Locale.ROOT, "%." + more + "f MB", bytes / MEGA)
        : String.format(Locale.ROOT, "%." + (1 + more) + "f GB", bytes / GIGA);
  }
}
