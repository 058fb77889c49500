package io.github.styletransfer.display;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a terminal says of itself.
 *
 * @param environment this process's variables
 */
record TerminalKind(Map<String, String> environment) {
  /** Asks for the window's size in pixels, then for the terminal's abilities. */
  static final String QUESTION = "\u001b[14t\u001b[c";

  /** The last answer's last character. */
  static final char LAST = 'c';

  private static final Pattern PIXELS = Pattern.compile("\u001b\\[4;(\\d{1,5});(\\d{1,5})t");
  private static final Pattern ABILITIES = Pattern.compile("\u001b\\[\\?([\\d;]+)c");
  private static final String SIXEL = "4";

  /** The protocol that its variables tell of; empty if it has to be asked. */
  Optional<ShowKind> known() {
    if (isMultiplexed()) {
      return Optional.empty();
    }
    String program = variable("TERM_PROGRAM");
    String term = variable("TERM");
    if (!variable("KITTY_WINDOW_ID").isEmpty()
        || program.equals("ghostty")
        || term.equals("xterm-kitty")
        || term.equals("xterm-ghostty")) {
      return Optional.of(ShowKind.KITTY);
    }
    return program.equals("iterm.app")
            || program.equals("wezterm")
            || variable("LC_TERMINAL").equals("iterm2")
        ? Optional.of(ShowKind.ITERM)
        : Optional.empty();
  }

  /** Whether another program stands between the terminal and this one, and takes its text apart. */
  private boolean isMultiplexed() {
    String term = variable("TERM");
    return !variable("TMUX").isEmpty()
        || !variable("STY").isEmpty()
        || !variable("ZELLIJ").isEmpty()
        || term.startsWith("screen")
        || term.startsWith("tmux");
  }

  /** The best that a terminal has that has answered {@link #QUESTION}. */
  static ShowKind ofAnswer(String answer) {
    Matcher abilities = ABILITIES.matcher(answer);
    return abilities.find()
            && Stream.of(abilities.group(1).split(";")).skip(1).anyMatch(SIXEL::equals)
        ? ShowKind.SIXEL
        : ShowKind.BLOCKS;
  }

  /** The window's height and width in pixels, from an answer to {@link #QUESTION}. */
  static Optional<int[]> pixels(String answer) {
    Matcher pixels = PIXELS.matcher(answer);
    return pixels.find()
        ? Optional.of(
            new int[] {Integer.parseInt(pixels.group(1)), Integer.parseInt(pixels.group(2))})
        : Optional.empty();
  }

  /** Whether it has all colours; most have at least 256. */
  boolean hasManyColors() {
    String colors = variable("COLORTERM");
    return colors.equals("truecolor")
        || colors.equals("24bit")
        || variable("TERM").endsWith("-direct")
        || known().isPresent();
  }

  private String variable(String name) {
    return environment.getOrDefault(name, "").toLowerCase(Locale.ROOT);
  }
}
