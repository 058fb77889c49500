package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.StyleTransfer;
import io.github.styletransfer.display.SeenPicture;
import io.github.styletransfer.image.Gradients;
import io.github.styletransfer.image.write.ImageWriter;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of a result at a terminal, and on a desktop. */
@DisabledOnOs(OS.WINDOWS)
class ShownResultTest {
  private static final String QUESTION = "\u001b[14t\u001b[c";
  private static final List<String> NEUTRAL =
      List.of(
          "env",
          "-u",
          "TMUX",
          "-u",
          "STY",
          "-u",
          "KITTY_WINDOW_ID",
          "-u",
          "TERM_PROGRAM",
          "-u",
          "LC_TERMINAL",
          "-u",
          "COLORTERM");

  @TempDir private Path folder;

  @BeforeEach
  void paint() throws IOException {
    new ImageWriter().write(Gradients.of(64, 48), folder.resolve("photo.png"));
    new ImageWriter().write(Gradients.of(50, 60), folder.resolve("painting.png"));
  }

  @Test
  void terminalsWithSixelsAreAskedAndGetThem() throws Exception {
    try (TerminalProcess terminal = atTerminal("", "--show")) {
      terminal.await(QUESTION);
      terminal.type("\u001b[4;480;800t\u001b[?64;4c");

      assertThat(terminal.end()).isEqualTo("exit 0");
      assertThat(SeenPicture.sixel(terminal.printed()).getWidth()).isEqualTo(64);
      assertThat(terminal.printed())
          .endsWith("output/o.png\r\n")
          .doesNotContain("^[")
          .doesNotContain("64;4c");
    }
  }

  @Test
  void aTerminalThatHasNoSixelsOrDoesNotAnswerGetsBlocks() throws Exception {
    try (TerminalProcess terminal = atTerminal("COLORTERM=truecolor", "--show")) {
      terminal.await(QUESTION);

      assertThat(terminal.end()).isEqualTo("exit 0");
      assertResult(SeenPicture.blocks(terminal.printed()), 1, 44);
    }
  }

  @Test
  void kittyAndItermGetTheResultItself() throws Exception {
    try (TerminalProcess terminal = atTerminal("TERM=xterm-kitty", "--show")) {
      terminal.await(QUESTION);
      terminal.type("\u001b[?62c");

      assertThat(terminal.end()).isEqualTo("exit 0");
      assertResult(SeenPicture.kitty(terminal.printed()), 0, 48);
    }
    try (TerminalProcess terminal = atTerminal("NO_COLOR=1", "--show=iterm", "--resume")) {
      terminal.await(QUESTION);
      terminal.type("\u001b[?62c");

      assertThat(terminal.end()).isEqualTo("exit 0");
      assertResult(SeenPicture.iterm(terminal.printed()), 0, 48);
    }
  }

  @Test
  void withoutATerminalItWarnsAndTheResultIsThere() throws Exception {
    ProgramProcess process = ProgramProcess.start(folder, Map.of(), command("--show"));

    assertThat(process.exitCode()).isZero();
    assertThat(process.err())
        .contains("--show has no effect, as standard error is no terminal that can show pictures")
        .doesNotContain("\u001b");
    assertThat(process.out()).isEqualTo("output/o.png\n");
  }

  @Test
  void theDesktopsViewerGetsTheResultsPath() throws Exception {
    Path programs = Files.createDirectory(folder.resolve("bin"));
    Path viewer = programs.resolve("xdg-open");
    Files.writeString(
        viewer, "#!/bin/sh\necho noise; echo noise >&2; printf '%s|' \"$#\" \"$1\" > opened\n");
    assertThat(viewer.toFile().setExecutable(true)).isTrue();
    Map<String, String> environment =
        Map.of("PATH", programs + ":" + System.getenv("PATH"), "DISPLAY", ":77");
    ProgramProcess process = ProgramProcess.start(folder, environment, command("--open"));

    assertThat(process.exitCode()).isZero();
    assertThat(process.out()).isEqualTo("output/o.png\n");
    assertThat(process.err()).doesNotContain("noise");
    Path opened = folder.resolve("opened");
    while (!Files.exists(opened) || Files.size(opened) == 0) {
      Thread.sleep(20);
    }
    assertThat(opened).hasContent("1|" + folder.toRealPath().resolve("output/o.png") + "|");
  }

  @Test
  void withoutADisplayItWarnsAndTheResultIsThere() throws Exception {
    ProgramProcess process =
        ProgramProcess.start(
            folder, Map.of("DISPLAY", "", "WAYLAND_DISPLAY", ""), command("--open"));

    assertThat(process.exitCode()).isZero();
    if (System.getProperty("os.name").startsWith("Linux")) {
      assertThat(process.err())
          .contains(
              "The result can't be opened, as there is no display: neither DISPLAY nor"
                  + " WAYLAND_DISPLAY is set");
    }
    assertThat(process.out()).isEqualTo("output/o.png\n");
  }

  @Test
  void theTimelapseIsWrittenBesideTheResult() throws Exception {
    ProgramProcess process = ProgramProcess.start(folder, Map.of(), command("--timelapse=run.gif"));

    assertThat(process.exitCode()).isZero();
    assertThat(process.out()).isEqualTo("output/o.png\n");
    assertThat(process.err()).containsPattern("Timelapse output/run.gif, \\d+ frames\n");
    BufferedImage first = ImageIO.read(folder.resolve("output/run.gif").toFile());
    assertThat(List.of(first.getWidth(), first.getHeight())).containsExactly(64, 48);
    assertThat(folder.resolve("logs/o.png/timelapse")).doesNotExist();
  }

  private TerminalProcess atTerminal(String variable, String... options) throws Exception {
    List<String> command = new ArrayList<>(NEUTRAL);
    Stream.of(variable).filter(some -> !some.isEmpty()).forEach(command::add);
    command.addAll(command(options));
    return TerminalProcess.start(folder, 80, command);
  }

  private List<String> command(String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProgramProcess.java(),
                "-Duser.home=" + folder.resolve("home"),
                "-Dorg.bytedeco.javacpp.cachedir=" + ProgramProcess.natives(),
                "-cp",
                classPath(),
                StyleTransfer.class.getName(),
                "--content=photo.png",
                "--style=painting.png",
                "--output=o.png",
                "--checkpoints=0"));
    command.addAll(List.of(options));
    return command;
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** That what is seen is the result, where it has a pixel for each of the result's. */
  private void assertResult(BufferedImage seen, int tolerance, int height) throws IOException {
    assertThat(seen.getHeight()).isEqualTo(height);
    BufferedImage result = ImageIO.read(folder.resolve("output/o.png").toFile());
    if (seen.getHeight() == result.getHeight()) {
      for (int y = 0; y < seen.getHeight(); y++) {
        for (int x = 0; x < seen.getWidth(); x++) {
          assertThat(Math.abs((seen.getRGB(x, y) & 0xff) - (result.getRGB(x, y) & 0xff)))
              .isLessThanOrEqualTo(tolerance);
        }
      }
    }
  }
}
