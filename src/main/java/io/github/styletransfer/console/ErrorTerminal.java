package io.github.styletransfer.console;

import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The terminal on the process's standard error, by way of the C library. JLine won't do: when it
 * opens a terminal, it resets all signals to end the process.
 */
public final class ErrorTerminal implements Screen {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorTerminal.class);
  private static final int STANDARD_ERROR = 2;
  private static final Path STANDARD_ERROR_LINK = Path.of("/proc/self/fd/" + STANDARD_ERROR);
  private static final Path DEVICES = Path.of("/dev");
  private static final Path NOTHING = DEVICES.resolve("null");
  private static final int DEFAULT_COLUMNS = 80;
  private static final long LINUX_WINDOW_SIZE = 0x5413;
  private static final long BSD_WINDOW_SIZE = 0x40087468;

  private final Optional<PosixTerminal> library;

  private ErrorTerminal(Optional<PosixTerminal> library) {
    this.library = library;
  }

  /** Finds it, if there is one. */
  public static ErrorTerminal open() {
    if (Platform.isWindows()) {
      return new ErrorTerminal(Optional.empty());
    }
    try {
      return new ErrorTerminal(Optional.of(Native.load("c", PosixTerminal.class)));
    } catch (LinkageError e) {
      LOG.debug("The terminal can't be queried", e);
      return new ErrorTerminal(Optional.empty());
    }
  }

  /** Whether a person watches standard error, on a terminal where lines can be drawn over. */
  public static boolean isAttached() {
    return !"dumb".equals(System.getenv("TERM"))
        && mayBeDevice()
        && open().library.filter(c -> c.isatty(STANDARD_ERROR) == 1).isPresent();
  }

  /**
   * Whether standard error may lead to a device, by what Linux tells: without the C library, whose
   * binding takes a tenth of a second to load, most files and pipes are told from a terminal.
   */
  private static boolean mayBeDevice() {
    try {
      Path target = Files.readSymbolicLink(STANDARD_ERROR_LINK);
      return target.startsWith(DEVICES) && !target.equals(NOTHING);
    } catch (IOException | UnsupportedOperationException e) {
      return true;
    }
  }

  /** 80 if the terminal doesn't tell. */
  @Override
  public int columns() {
    return window().map(WindowSize::columns).filter(columns -> columns > 0).orElse(DEFAULT_COLUMNS);
  }

  /** The window's size, if the system tells. */
  public Optional<WindowSize> window() {
    short[] size = new short[4];
    NativeLong request = new NativeLong(Platform.isLinux() ? LINUX_WINDOW_SIZE : BSD_WINDOW_SIZE);
    return library
        .filter(c -> c.ioctl(STANDARD_ERROR, request, (Object) size) == 0)
        .map(
            c ->
                new WindowSize(
                    Short.toUnsignedInt(size[1]),
                    Short.toUnsignedInt(size[0]),
                    Short.toUnsignedInt(size[2]),
                    Short.toUnsignedInt(size[3])));
  }

  /**
   * Asks the terminal and waits for its answer.
   *
   * @param question of control sequences, the last of which every terminal answers
   * @param last what the last answer ends with
   * @param patience after which there is no answer
   * @return what came, empty if nothing did
   */
  public String ask(String question, char last, Duration patience) {
    return isInForeground()
        ? library.map(c -> new TerminalDialogue(c).ask(question, last, patience)).orElse("")
        : "";
  }

  @Override
  public boolean isInForeground() {
    return library.isEmpty()
        || library
            .map(c -> c.tcgetpgrp(STANDARD_ERROR))
            .filter(group -> group > 0 && group != library.get().getpgrp())
            .isEmpty();
  }
}
