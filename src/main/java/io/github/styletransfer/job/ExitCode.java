package io.github.styletransfer.job;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How a run ended, as the calling shell sees it. */
public enum ExitCode {
  /** The result was written. */
  SUCCESS(0, "the result was written"),
  /** Something unforeseen. */
  FAILURE(1, "unexpected failure; -v shows the stack trace"),
  /** The command line or a configuration file is wrong. */
  USAGE(2, "wrong command line, configuration file or value"),
  /** An input image is missing or can't be used. */
  IMAGE(3, "an input image is missing or can't be used"),
  /** The network file is missing or can't be used. */
  NETWORK(4, "the network file is missing or can't be used"),
  /** A result, checkpoint or log can't be written, or must not be overwritten. */
  OUTPUT(5, "an output or log file can't be written"),
  /** An image, or the network file, is too large for this machine. */
  MEMORY(6, "not enough memory"),
  /** The loss became NaN or infinite. */
  DIVERGED(7, "the loss became NaN or infinite; the best image was saved"),
  /** The network file can't be downloaded. */
  DOWNLOAD(8, "the network file can't be downloaded"),
  /** There is a saved state, and {@code --resume} can't continue from it. */
  STATE(9, "--resume can't continue from the saved state"),
  /** A repeated run gave a different result. */
  DIFFERENT(10, "rerun's result differs from the recorded one"),
  /** Unpacking, or the system's loader, failed. */
  NATIVES(11, "the native libraries can't be unpacked or loaded"),
  /** Some jobs of a batch failed. */
  INCOMPLETE(12, "some photos of a batch failed; the others are done"),
  /** SIGHUP: 128 plus the signal's number, as in shells. */
  HANGUP(129, "stopped because the terminal was closed (SIGHUP); progress so far is saved"),
  /** Ctrl-C: 128 plus the number of SIGINT. */
  INTERRUPTED(130, "stopped by Ctrl-C; progress so far is saved"),
  /** SIGTERM: 128 plus the signal's number. */
  TERMINATED(143, "stopped by SIGTERM; progress so far is saved");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The number the process ends with. */
  public int code() {
    return code;
  }

  /** Lines {@code code:meaning} for all, in the form picocli's exit code list takes. */
  public static List<String> helpLines() {
    return helpLines(SUCCESS.meaning, EnumSet.complementOf(EnumSet.of(SUCCESS)));
  }

  /**
   * Lines for a command that ends with some of the codes, and whose success means something else.
   */
  public static List<String> helpLines(String success, Set<ExitCode> failures) {
    List<String> lines = new ArrayList<>();
    lines.add(SUCCESS.code + ":" + success);
    for (ExitCode value : failures) {
      lines.add(value.code + ":" + value.meaning);
    }
    return lines;
  }
}
