package io.github.styletransfer.console;

import java.io.PrintWriter;
import java.util.function.Supplier;

/**
 * Where bars are drawn, below the log lines.
 *
 * @param err the terminal
 */
record BarDisplay(PrintWriter err, Screen screen, BarStyle style) {

  /** That of this process. */
  static BarDisplay ofProcess(PrintWriter err) {
    return new BarDisplay(err, ErrorTerminal.open(), BarStyle.ofProcess());
  }

  /**
   * Shows a bar.
   *
   * @param line makes what it shows, on another thread
   * @return leaves the bar as it stands then; to be run once
   */
  Runnable show(Supplier<BarLine> line) {
    LiveBar bar = new LiveBar(err, screen, style, line);
    LogConfigurator.writeTo(bar.lines());
    return () -> {
      bar.close();
      LogConfigurator.writeToStandardError();
    };
  }
}
