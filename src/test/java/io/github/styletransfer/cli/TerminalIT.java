package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.ScriptedServer;
import io.github.styletransfer.ServedFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as a person at a terminal meets it. */
@DisabledOnOs(OS.WINDOWS)
class TerminalIT {
  private static final GoldenCase GOLDEN = GoldenCase.EVEN_MAX;
  private static final String ENDLESS = "--iterations=1000000";

  @TempDir private Path folder;

  @Test
  void ctrlCSavesTheImageAndTheStateAndTheRunCanBeGoneOnWith() throws Exception {
    String[] run = golden("--iterations=200");
    try (TerminalProcess terminal = program(run)) {
      terminal.await("s/it");
      terminal.type(TerminalProcess.CTRL_C);

      assertThat(terminal.end()).isEqualTo("exit 130");
      assertThat(terminal.printed())
          .contains("Stopping after this iteration; a second Ctrl-C ends the run at once")
          .containsPattern(
              "the image so far is output/o_\\d+.jpg. To continue, run the same command with"
                  + " --resume")
          .containsOnlyOnce("Checkpoint")
          .endsWith("\r\n");
    }
    assertThat(folder.resolve("logs/o.jpg/state.bin")).exists();
    assertThat(folder.resolve("logs/o.jpg/run.json")).content().contains("\"stopped\"");
    assertThat(leftovers()).isEmpty();

    String[] again = Stream.concat(Stream.of(run), Stream.of("--resume")).toArray(String[]::new);
    try (TerminalProcess terminal = program(again)) {
      assertThat(terminal.end()).isEqualTo("exit 0");
      assertThat(lastBar(terminal))
          .contains("100%", "200/200", " gone")
          .doesNotContain("?", "left");
    }
    assertThat(folder.resolve("output/o.jpg")).exists();
  }

  @Test
  void aSecondCtrlCEndsAtOnceAndLeavesNoLocks() throws Exception {
    try (TerminalProcess terminal = program(golden(ENDLESS))) {
      terminal.await("s/it");
      terminal.type(TerminalProcess.CTRL_C);
      terminal.await("Stopping after this iteration");
      terminal.type(TerminalProcess.CTRL_C);

      assertThat(terminal.end()).isEqualTo("exit 130");
      assertThat(terminal.printed()).endsWith("\r\n");
    }
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void theBarSurvivesNarrowWindowsThreadDumpsAndTheBackground() throws Exception {
    List<String> shell =
        new ArrayList<>(
            List.of(
                "bash",
                "--norc",
                "-c",
                "set -m; \"$@\"; echo in the shell; read x; fg; echo code $?",
                "bash"));
    shell.addAll(ProgramProcess.command(folder, List.of(golden(ENDLESS))));
    try (TerminalProcess terminal = TerminalProcess.start(folder, 100, shell)) {
      terminal.await("s/it");
      assertThat(lastBar(terminal)).hasSizeBetween(50, 99);
      int before = terminal.printed().length();
      terminal.resize(50);
      terminal.await(() -> lastBar(terminal).length() < 50);
      assertThat(rows(terminal.printed().substring(before)))
          .allMatch(row -> row.contains("style-transfer INFO: "));

      terminal.type(TerminalProcess.CTRL_BACKSLASH);
      terminal.await("Full thread dump");
      awaitNextIteration(terminal);
      terminal.type(TerminalProcess.CTRL_Z);
      terminal.await("in the shell");
      terminal.type("\n");
      awaitNextIteration(terminal);
      terminal.type(TerminalProcess.CTRL_C);

      assertThat(terminal.end()).isEqualTo("exit 0");
      assertThat(terminal.printed()).contains("the image so far is").endsWith("code 130\r\n");
    }
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void aTerminalThatIsClosedSavesAllToo() throws Exception {
    try (TerminalProcess terminal = program(golden(ENDLESS, "--preview"))) {
      terminal.await("s/it");
      terminal.hangUp();

      assertThat(terminal.end()).isEqualTo("exit 129");
    }
    assertThat(folder.resolve("logs/o.jpg/state.bin")).exists();
    assertThat(folder.resolve("logs/o.jpg/run.json")).content().contains("\"stopped\"");
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void aPreviewStaysAfterTheRunUntilCtrlC() throws Exception {
    try (TerminalProcess terminal = program(golden("--iterations=2", "--preview-keep"))) {
      terminal.await("until you close its page, or press Ctrl-C here");
      assertThat(terminal.printed()).contains("output/o.jpg\r\n");
      assertThat(leftovers()).as("others may use the result").isEmpty();
      terminal.type(TerminalProcess.CTRL_C);

      assertThat(terminal.end()).isEqualTo("exit 0");
      assertThat(terminal.printed()).doesNotContain("Stopping", "stopped");
    }
  }

  @Test
  void aPreviewStaysAfterTheRunUntilItsPageIsClosed() throws Exception {
    try (TerminalProcess terminal = program(golden("--iterations=2", "--preview-keep"))) {
      terminal.await("until you close its page, or press Ctrl-C here");
      Matcher address = Pattern.compile("http://127.0.0.1:(\\d+)/").matcher(terminal.printed());
      assertThat(address.find()).isTrue();
      int port = Integer.parseInt(address.group(1));
      try (Socket page = new Socket(InetAddress.getLoopbackAddress(), port)) {
        page.getOutputStream()
            .write(
                ("GET /events HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        assertThat(page.getInputStream().read()).isEqualTo('H');
      }

      assertThat(terminal.end()).isEqualTo("exit 0");
    }
  }

  @Test
  void ctrlCDuringARunKeepsNoPreview() throws Exception {
    try (TerminalProcess terminal = program(golden(ENDLESS, "--preview-keep"))) {
      terminal.await("s/it");
      terminal.type(TerminalProcess.CTRL_C);

      assertThat(terminal.end()).isEqualTo("exit 130");
      assertThat(terminal.printed()).contains("the image so far is").doesNotContain("stays");
    }
  }

  @Test
  void nohupRunsOutliveTheirTerminal() throws Exception {
    List<String> command = new ArrayList<>(List.of("nohup"));
    command.addAll(ProgramProcess.command(folder, List.of(golden("--iterations=100"))));
    try (TerminalProcess terminal = TerminalProcess.start(folder, 100, command)) {
      terminal.await(() -> Files.exists(folder.resolve("output/o_0.jpg")));
      terminal.hangUp();

      assertThat(terminal.end()).isEqualTo("exit 0");
    }
    assertThat(folder.resolve("output/o.jpg")).exists();
  }

  @Test
  void ctrlCBeforeTheFirstIterationEndsAtOnce() throws Exception {
    Path photo = folder.resolve("large.png");
    ImageIO.write(new BufferedImage(4000, 4000, BufferedImage.TYPE_INT_RGB), "png", photo.toFile());
    try (TerminalProcess terminal =
        program(
            "--content=" + photo,
            "--style=" + GOLDEN.file("style.png"),
            "--network=wavelet",
            "--size=64",
            "--output=o.jpg")) {
      terminal.await(() -> Files.exists(folder.resolve("logs/o.jpg/.lock")));
      terminal.type(TerminalProcess.CTRL_C);

      assertThat(terminal.end()).isEqualTo("exit 130");
      assertThat(terminal.printed())
          .contains("Stopped before the first iteration; there is nothing to save")
          .doesNotContain("xception");
    }
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void ctrlCDuringFetchKeepsWhatHasCome() throws Exception {
    ServedFile file = ServedFile.random(1, 3_000_000);
    try (ScriptedServer server =
            new ScriptedServer(ScriptedServer.thenSilence(file.cutAfter(2_000_000)));
        TerminalProcess terminal =
            program("fetch", "--url=" + server.url("/vgg"), "--sha256=" + file.sha256())) {
      terminal.await("2/3 MB");
      terminal.type(TerminalProcess.CTRL_C);

      assertThat(terminal.end()).isEqualTo("exit 130");
      assertThat(terminal.printed())
          .contains(
              "style-transfer fetch: stopped. The 2,000,000 bytes received so far are kept in"
                  + " data/imagenet-vgg-verydeep-19.mat.part: run the same command to continue from"
                  + " there.")
          .doesNotContain("xception");
    }
    assertThat(folder.resolve("data/imagenet-vgg-verydeep-19.mat.part")).hasSize(2_000_000);
    assertThat(leftovers()).isEmpty();
  }

  private TerminalProcess program(String... args) throws IOException, InterruptedException {
    return TerminalProcess.start(folder, 100, ProgramProcess.command(folder, List.of(args)));
  }

  private static String[] golden(String... more) {
    List<String> args = new ArrayList<>(List.of(Program.goldenArgs(GOLDEN, more)));
    args.add("--output=o.jpg");
    return args.toArray(String[]::new);
  }

  /** As it was drawn last: after a bar the cursor goes back to its beginning. */
  private static String lastBar(TerminalProcess terminal) {
    String printed = terminal.printed().replaceAll("\u001b\\[[0-9;]*[A-Za-z]", "");
    return Pattern.compile("([^\r\n]*%[^\r\n]*)\r(?!\n)")
        .matcher(printed)
        .results()
        .reduce((first, second) -> second)
        .map(bar -> bar.group(1))
        .orElse("");
  }

  /** All rows but the last one. */
  private static List<String> rows(String printed) {
    List<String> rows = List.of(printed.split("\n", -1));
    return rows.subList(0, rows.size() - 1);
  }

  private static void awaitNextIteration(TerminalProcess terminal) throws InterruptedException {
    int before = terminal.printed().length();
    terminal.await(() -> terminal.printed().substring(before).contains(" left"));
  }

  /** Locks and temporary files. */
  private List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(".*\\.(lock|tmp)"))
          .toList();
    }
  }
}
