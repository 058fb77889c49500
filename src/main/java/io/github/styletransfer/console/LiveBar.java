package io.github.styletransfer.console;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A bar on the last line of a terminal, redrawn four times a second; other lines appear above it.
 *
 * <p>The cursor waits at the bar's first character. In a window that has become narrower, where the
 * bar may take several rows, all of them come after the cursor and can be cleared.
 */
final class LiveBar implements AutoCloseable {
  private static final int UPDATE_MILLIS = 250;
  private static final int PATIENCE_MILLIS = 500;
  private static final String CLEAR = "\r\u001b[J";

  private final PrintWriter terminal;
  private final Screen screen;
  private final BarStyle style;
  private final Supplier<BarLine> line;
  private final ReentrantLock lock = new ReentrantLock();
  private final Thread atExit = new Thread(this::leave, "bar");
  private final Thread ticker = new Thread(this::tick, "bar");
  private String drawn = "";
  private boolean ended;

  /**
   * Draws the bar for the first time.
   *
   * @param screen the terminal's
   * @param line makes what there is to show, on a thread of its own
   */
  public LiveBar(PrintWriter terminal, Screen screen, BarStyle style, Supplier<BarLine> line) {
    this.terminal = terminal;
    this.screen = screen;
    this.style = style;
    this.line = line;
    Runtime.getRuntime().addShutdownHook(atExit);
    draw();
    ticker.setDaemon(true);
    ticker.start();
  }

  /** Prints whole lines above the bar. */
  public OutputStream lines() {
    return new OutputStream() {
      @Override
      public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        above(new String(bytes, offset, length, StandardCharsets.UTF_8));
      }
    };
  }

  private void tick() {
    try {
      while (true) {
        Thread.sleep(UPDATE_MILLIS);
        draw();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void draw() {
    lock.lock();
    try {
      if (!ended && screen.isInForeground()) {
        drawn = line.get().text(screen.columns(), style);
        terminal.print(CLEAR + drawn + "\r");
        terminal.flush();
      }
    } finally {
      lock.unlock();
    }
  }

  private void above(String lines) {
    lock.lock();
    try {
      boolean bar = !ended && !drawn.isEmpty() && screen.isInForeground();
      terminal.print(bar ? CLEAR + lines + drawn + "\r" : lines);
      terminal.flush();
    } finally {
      lock.unlock();
    }
  }

  /** Draws the bar a last time and leaves it, with the cursor on the line below. */
  @Override
  public void close() {
    ticker.interrupt();
    lock.lock();
    try {
      draw();
      end();
    } finally {
      lock.unlock();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process is ending: the hook finds nothing to do.
      return;
    }
  }

  /** When the process ends: not even a terminal that takes no more text may hold it up. */
  private void leave() {
    try {
      if (lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        try {
          end();
        } finally {
          lock.unlock();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    boolean bar = !ended && !drawn.isEmpty();
    ended = true;
    if (bar) {
      terminal.println();
      terminal.flush();
    }
  }
}
