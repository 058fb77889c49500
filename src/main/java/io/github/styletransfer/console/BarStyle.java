package io.github.styletransfer.console;

import java.util.Map;
import java.util.Objects;

/**
 * What a bar is drawn with.
 *
 * @param colour whether it may have one
 * @param blocks whether the terminal shows characters beyond ASCII
 */
record BarStyle(boolean colour, boolean blocks) {
  private static final String COLOUR = "\u001b[33m";
  private static final String NO_COLOUR = "\u001b[0m";
  private static final char FULL = '\u2588';
  private static final int EIGHTHS = 8;

  /**
   * Follows no-color.org and the locale's character set.
   *
   * @param environment the process's environment variables
   * @param characterSet such as UTF-8
   */
  public static BarStyle of(Map<String, String> environment, String characterSet) {
    return new BarStyle(
        environment.getOrDefault("NO_COLOR", "").isEmpty(), characterSet.startsWith("UTF"));
  }

  /** That of this process. */
  public static BarStyle ofProcess() {
    return of(
        System.getenv(), Objects.requireNonNullElse(System.getProperty("sun.jnu.encoding"), ""));
  }

  /**
   * Draws a bar.
   *
   * @param share of the bar that is full, 0 to 1
   * @param columns that it takes, 3 or more
   */
  String bar(double share, int columns) {
    int inside = columns - 2;
    String inner = blocks ? blocks(share, inside) : ascii(share, inside);
    String edge = blocks ? "\u2502" : "";
    String drawn = blocks ? edge + inner + edge : "[" + inner + "]";
    return colour ? COLOUR + drawn + NO_COLOUR : drawn;
  }

  private static String blocks(double share, int columns) {
    int eighths = (int) (share * columns * EIGHTHS);
    StringBuilder bar = new StringBuilder(String.valueOf(FULL).repeat(eighths / EIGHTHS));
    if (eighths % EIGHTHS > 0) {
      bar.append((char) (FULL + EIGHTHS - eighths % EIGHTHS));
    }
    return bar.append(" ".repeat(columns - bar.length())).toString();
  }

  private static String ascii(double share, int columns) {
    int full = (int) (share * columns);
    return full == columns
        ? "=".repeat(columns)
        : "=".repeat(full) + ">" + " ".repeat(columns - full - 1);
  }
}
