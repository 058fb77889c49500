package io.github.styletransfer.cli;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Whether a person watches standard error. */
final class ErrorTerminal {
  private static final int PATIENCE_SECONDS = 5;

  private ErrorTerminal() {}

  /**
   * Whether the process's standard error is a terminal. Java can't tell; {@code test} can, which
   * every POSIX system has. Where there is no such command, nobody is taken to watch.
   */
  static boolean isAttached() {
    try {
      Process test =
          new ProcessBuilder("test", "-t", "2")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return test.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && test.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
