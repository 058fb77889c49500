package io.github.styletransfer.display;

import io.github.styletransfer.console.ErrorTerminal;
import io.github.styletransfer.console.WindowSize;
import io.github.styletransfer.image.RgbImage;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Shows pictures in the terminal on standard error. */
public final class TerminalViewer {
  private static final Duration PATIENCE = Duration.ofMillis(600);

  /** More would only take time. */
  private static final int MOST_SIDE = 2000;

  private final PrintWriter err;
  private final Terminal terminal;
  private final TerminalKind kind;

  /** What is to be known of a terminal. */
  interface Terminal {
    /** The window's size, as far as it is known. */
    WindowSize window();

    /** What it answers to {@link TerminalKind#QUESTION}; empty if nothing. */
    String answer();
  }

  TerminalViewer(PrintWriter err, Terminal terminal, Map<String, String> environment) {
    this.err = err;
    this.terminal = terminal;
    this.kind = new TerminalKind(environment);
  }

  /**
   * For this process's terminal.
   *
   * @param err leads to it
   */
  public static TerminalViewer ofProcess(PrintWriter err) {
    ErrorTerminal screen = ErrorTerminal.open();
    return new TerminalViewer(
        err,
        new Terminal() {
          @Override
          public WindowSize window() {
            return screen.window().orElse(new WindowSize(0, 0, 0, 0));
          }

          @Override
          public String answer() {
            return screen.ask(TerminalKind.QUESTION, TerminalKind.LAST, PATIENCE);
          }
        },
        System.getenv());
  }

  /** Shows a picture as large as the window lets it, but no larger than it is. */
  public void show(RgbImage image, ShowKind wanted) {
    Optional<ShowKind> named = wanted == ShowKind.AUTO ? kind.known() : Optional.of(wanted);
    WindowSize window = terminal.window();
    boolean sizeNeeded = window.width() == 0 && named.orElse(ShowKind.SIXEL) != ShowKind.BLOCKS;
    String answer = named.isEmpty() || sizeNeeded ? terminal.answer() : "";
    PictureBox box = PictureBox.of(window.width() == 0 ? completed(window, answer) : window);
    err.print(text(image, named.orElseGet(() -> TerminalKind.ofAnswer(answer)), box));
    err.flush();
  }

  private static WindowSize completed(WindowSize window, String answer) {
    return TerminalKind.pixels(answer)
        .map(pixels -> new WindowSize(window.columns(), window.rows(), pixels[1], pixels[0]))
        .orElse(window);
  }

  private String text(RgbImage image, ShowKind chosen, PictureBox box) {
    return switch (chosen) {
      case KITTY -> {
        RgbImage fitting = box.fit(image, MOST_SIDE);
        yield TerminalPicture.kitty(fitting, box.columnsOf(fitting));
      }
      case ITERM -> {
        RgbImage fitting = box.fit(image, MOST_SIDE);
        yield TerminalPicture.iterm(fitting, box.columnsOf(fitting));
      }
      case SIXEL -> TerminalPicture.sixel(box.fit(image, Sixels.MOST_SIDE));
      case AUTO, BLOCKS -> TerminalPicture.blocks(box.fitBlocks(image), kind.hasManyColors());
    };
  }
}
