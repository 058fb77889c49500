package io.github.styletransfer.console;

import java.util.ArrayList;
import java.util.List;

/** A window whose width a test decides. */
public final class FakeScreen implements Screen {
  private static final String COLOURS = "\u001b\\[[0-9;]*m";
  private static final String CLEAR = "\u001b[J";

  private volatile int columns;
  private volatile boolean foreground = true;

  public FakeScreen(int columns) {
    this.columns = columns;
  }

  void resize(int newColumns) {
    columns = newColumns;
  }

  void foreground(boolean isForeground) {
    foreground = isForeground;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public boolean isInForeground() {
    return foreground;
  }

  /** What stands there when text with colours has been printed. */
  public static String textOf(String printed) {
    return printed.replaceAll(COLOURS, "");
  }

  /** The rows that stand there in the end, if the window is wide enough for all of them. */
  public static List<String> rows(String printed) {
    List<String> rows = new ArrayList<>();
    for (String line : textOf(printed).split("\\R(?<!\\r)", -1)) {
      StringBuilder row = new StringBuilder();
      for (String over : line.split("\r", -1)) {
        boolean clears = over.startsWith(CLEAR);
        String text = clears ? over.substring(CLEAR.length()) : over;
        row.replace(0, clears ? row.length() : Math.min(row.length(), text.length()), text);
      }
      rows.add(row.toString());
    }
    if (rows.get(rows.size() - 1).isEmpty()) {
      rows.remove(rows.size() - 1);
    }
    return rows;
  }
}
