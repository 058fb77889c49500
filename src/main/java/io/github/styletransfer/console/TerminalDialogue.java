package io.github.styletransfer.console;

import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks the terminal that controls this process, by control sequences that it answers. */
record TerminalDialogue(PosixTerminal library) {
  private static final String TERMINAL = "/dev/tty";
  private static final int READ_AND_WRITE = 2;
  private static final int AT_ONCE = 0;

  /** When all is written, with what was typed in the meantime dropped: a late answer, too. */
  private static final int AFTER_FLUSH = 2;

  private static final int SETTINGS_BYTES = 128;
  private static final int LINUX_LOCAL_FLAGS = 12;
  private static final int LINUX_LINE_BY_LINE = 2;
  private static final int BSD_LOCAL_FLAGS = 24;
  private static final int BSD_LINE_BY_LINE = 0x100;
  private static final int ECHO = 8;
  private static final int READABLE = 1;
  private static final int BUFFER_BYTES = 256;
  private static final int MOST_CHARACTERS = 4096;

  /** What came until an answer has ended with a character, or nothing came any more. */
  String ask(String question, char last, Duration patience) {
    int terminal = library.open(TERMINAL, READ_AND_WRITE);
    if (terminal < 0) {
      return "";
    }
    try {
      byte[] settings = new byte[SETTINGS_BYTES];
      if (library.tcgetattr(terminal, settings) != 0
          || library.tcsetattr(terminal, AT_ONCE, unseen(settings)) != 0) {
        return "";
      }
      try {
        byte[] bytes = question.getBytes(StandardCharsets.US_ASCII);
        library.write(terminal, bytes, new NativeLong(bytes.length));
        return answer(terminal, last, patience);
      } finally {
        library.tcsetattr(terminal, AFTER_FLUSH, settings);
      }
    } finally {
      library.close(terminal);
    }
  }

  /** Settings by which answers aren't printed, and come without a line's end. */
  private static byte[] unseen(byte[] settings) {
    ByteBuffer changed = ByteBuffer.wrap(settings.clone()).order(ByteOrder.nativeOrder());
    int place = Platform.isLinux() ? LINUX_LOCAL_FLAGS : BSD_LOCAL_FLAGS;
    int lineByLine = Platform.isLinux() ? LINUX_LINE_BY_LINE : BSD_LINE_BY_LINE;
    changed.putInt(place, changed.getInt(place) & ~(lineByLine | ECHO));
    return changed.array();
  }

  private String answer(int terminal, char last, Duration patience) {
    StringBuilder answer = new StringBuilder();
    byte[] bytes = new byte[BUFFER_BYTES];
    long end = System.nanoTime() + patience.toNanos();
    while (answer.length() < MOST_CHARACTERS
        && (answer.isEmpty() || answer.charAt(answer.length() - 1) != last)) {
      int milliseconds = (int) Duration.ofNanos(end - System.nanoTime()).toMillis();
      int[] files = {terminal, polled()};
      if (milliseconds <= 0 || library.poll(files, new NativeLong(1), milliseconds) != 1) {
        break;
      }
      int count = library.read(terminal, bytes, new NativeLong(bytes.length)).intValue();
      if (count <= 0) {
        break;
      }
      answer.append(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
    }
    return answer.toString();
  }

  /** The first two of these four bytes say what is waited for. */
  private static int polled() {
    return ByteBuffer.allocate(Integer.BYTES)
        .order(ByteOrder.nativeOrder())
        .putShort((short) READABLE)
        .putShort((short) 0)
        .flip()
        .getInt();
  }
}
