package io.github.styletransfer.cli;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The lines of a properties file, which know their numbers. */
final class PropertyLines {
  /**
   * A key with its value.
   *
   * @param number of the line that it begins in, from 1 on
   */
  record Line(int number, String key, String value) {}

  private PropertyLines() {}

  /**
   * Reads them.
   *
   * @throws IOException if one can't be understood; the message names it
   */
  static List<Line> of(String text) throws IOException {
    List<Line> lines = new ArrayList<>();
    StringBuilder entry = new StringBuilder();
    int first = 1;
    int number = 0;
    for (String line : text.split("\r\n|\r|\n", -1)) {
      number++;
      if (entry.isEmpty()) {
        first = number;
        if (isComment(line)) {
          continue;
        }
      }
      entry.append(line).append('\n');
      if (!goesOn(line)) {
        addTo(lines, first, entry.toString());
        entry.setLength(0);
      }
    }
    addTo(lines, first, entry.toString());
    return lines;
  }

  private static boolean isComment(String line) {
    String content = line.stripLeading();
    return content.isEmpty() || content.startsWith("#") || content.startsWith("!");
  }

  /** Whether an odd number of backslashes ends the line. */
  private static boolean goesOn(String line) {
    int backslashes = 0;
    while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private static void addTo(List<Line> lines, int number, String entry) throws IOException {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(entry));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "line " + number + " has a \\u without four hexadecimal digits after it", e);
    }
    for (String key : properties.stringPropertyNames()) {
      lines.add(new Line(number, key, properties.getProperty(key).strip()));
    }
  }
}
