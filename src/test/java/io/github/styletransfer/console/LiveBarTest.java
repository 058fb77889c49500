package io.github.styletransfer.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.console.BarLine.Part;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LiveBarTest {
  private final StringWriter text = new StringWriter();
  private final FakeScreen screen = new FakeScreen(120);

  @Test
  void followsAWindowThatIsResized() {
    LiveBar bar = bar();
    assertThat(last()).hasSizeBetween(100, 119);
    screen.resize(60);
    bar.close();

    assertThat(last()).hasSizeBetween(30, 59);
    assertThat(FakeScreen.rows(text.toString())).hasSize(1);
  }

  /** All that a narrower window has made of the bar comes after the cursor. */
  @Test
  void theCursorWaitsWhereTheBarBegins() {
    LiveBar bar = bar();
    assertThat(text.toString()).startsWith("\r\u001b[J").endsWith("\r");
    bar.close();

    assertThat(text.toString()).endsWith("\r" + System.lineSeparator());
  }

  @Test
  void isDrawnAgainBelowOtherLines() throws IOException {
    LiveBar bar = bar();
    bar.lines().write("a line\nand another\n".getBytes(StandardCharsets.UTF_8));

    assertThat(FakeScreen.rows(text.toString()))
        .hasSize(3)
        .startsWith("a line", "and another")
        .last()
        .asString()
        .startsWith("Painting");
    bar.close();
  }

  @Test
  void leavesTheTerminalToTheShellInTheBackground() throws IOException {
    screen.foreground(false);
    LiveBar bar = bar();
    bar.lines().write("a line\n".getBytes(StandardCharsets.UTF_8));

    assertThat(text.toString()).isEqualTo("a line\n");
    bar.close();
  }

  private LiveBar bar() {
    return new LiveBar(
        new PrintWriter(text),
        screen,
        new BarStyle(true, true),
        () ->
            new BarLine(
                "Painting",
                OptionalDouble.of(0.5),
                new Part("50/100", 7),
                List.of(),
                new Part("39 s gone, 48 s left", 20),
                new Part("48 s left", 9)));
  }

  private String last() {
    List<String> rows = FakeScreen.rows(text.toString());
    return rows.get(rows.size() - 1);
  }
}
