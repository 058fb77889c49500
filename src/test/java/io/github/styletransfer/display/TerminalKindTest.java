package io.github.styletransfer.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalKindTest {
  @ParameterizedTest
  @CsvSource({
    "KITTY_WINDOW_ID=1, KITTY",
    "TERM=xterm-kitty, KITTY",
    "TERM_PROGRAM=ghostty, KITTY",
    "TERM_PROGRAM=iTerm.app, ITERM",
    "LC_TERMINAL=iTerm2, ITERM",
    "TERM_PROGRAM=WezTerm, ITERM",
    "TERM_PROGRAM=Apple_Terminal,",
    "TERM=xterm-256color,",
    "KITTY_WINDOW_ID=1 TMUX=/tmp/x,",
    "KITTY_WINDOW_ID=1 STY=x,",
    "KITTY_WINDOW_ID=1 TERM=screen-256color,",
    "TERM_PROGRAM=iTerm.app ZELLIJ=0,",
  })
  void isKnownByVariablesUnlessAnotherProgramStandsBetween(String variables, ShowKind kind) {
    assertThat(new TerminalKind(environment(variables)).known())
        .isEqualTo(Optional.ofNullable(kind));
  }

  @Test
  void answersTellOfSixelsAndPixels() {
    String xterm = "\u001b[4;384;640t\u001b[?64;1;2;4;6;9;15;18;21;22c";
    assertThat(TerminalKind.ofAnswer(xterm)).isEqualTo(ShowKind.SIXEL);
    assertThat(TerminalKind.pixels(xterm).orElseThrow()).containsExactly(384, 640);
    // 4 as the first number is a model.
    assertThat(TerminalKind.ofAnswer("\u001b[?4;6c")).isEqualTo(ShowKind.BLOCKS);
    assertThat(TerminalKind.ofAnswer("\u001b[?62;14;44c")).isEqualTo(ShowKind.BLOCKS);
    assertThat(TerminalKind.ofAnswer("")).isEqualTo(ShowKind.BLOCKS);
    assertThat(TerminalKind.pixels("\u001b[?62;4c")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "COLORTERM=truecolor, true",
    "COLORTERM=24bit, true",
    "TERM=xterm-direct, true",
    "TERM_PROGRAM=iTerm.app, true",
    "TERM=xterm-256color, false",
  })
  void mostTerminalsHave256Colors(String variables, boolean many) {
    assertThat(new TerminalKind(environment(variables)).hasManyColors()).isEqualTo(many);
  }

  private static Map<String, String> environment(String variables) {
    Map<String, String> environment = new HashMap<>();
    for (String variable : variables.split(" ", -1)) {
      int sign = variable.indexOf('=');
      environment.put(variable.substring(0, sign), variable.substring(sign + 1));
    }
    return environment;
  }
}
