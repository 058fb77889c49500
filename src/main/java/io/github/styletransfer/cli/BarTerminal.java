package io.github.styletransfer.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** A terminal whose last line is a bar: lines of the log are written above it. */
final class BarTerminal {
  private static final String ESCAPES = "\u001b\\[[0-9;]*[A-Za-z]";

  private final PrintWriter terminal;
  private String bar = "";

  BarTerminal(PrintWriter terminal) {
    this.terminal = terminal;
  }

  /** Draws the bar over the one before. */
  synchronized void draw(String text) {
    int rest = width(bar) - width(text);
    terminal.print("\r" + text + " ".repeat(Math.max(0, rest)));
    terminal.flush();
    bar = text;
  }

  /** From now on the log's lines come here. */
  void takeLog() {
    LogConfigurator.writeTo(
        new OutputStream() {
          @Override
          public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            above(new String(bytes, offset, length, StandardCharsets.UTF_8));
          }
        });
  }

  /** Leaves the bar where it is, and the log to itself. */
  synchronized void giveLogBack() {
    if (!bar.isEmpty()) {
      terminal.println();
      terminal.flush();
    }
    bar = "";
    LogConfigurator.writeToStandardError();
  }

  /** Whole lines. */
  private synchronized void above(String lines) {
    if (!bar.isEmpty()) {
      terminal.print("\r" + " ".repeat(width(bar)) + "\r");
    }
    terminal.print(lines);
    terminal.print(bar);
    terminal.flush();
  }

  private static int width(String text) {
    return text.replaceAll(ESCAPES, "").length();
  }
}
