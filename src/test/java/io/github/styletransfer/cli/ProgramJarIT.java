package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.ScriptedServer;
import io.github.styletransfer.ServedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged program as a process of its own, in a folder of its own. */
class ProgramJarIT {
  private static final GoldenCase GOLDEN = GoldenCase.EVEN_MAX;

  @TempDir private Path folder;

  private record Ended(int exitCode, String out, String err) {}

  @Test
  void standardOutputIsThePathOfTheResultAndStandardErrorTheLog() throws Exception {
    Ended ended = run(golden("--init=" + GOLDEN.file("init.png"), "--iterations=2"));

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).isEqualTo("output/o.jpg" + System.lineSeparator());
    assertThat(ended.err().lines())
        .isNotEmpty()
        .allMatch(
            line ->
                line.matches(
                    "\\d{4}(-\\d\\d){2} (\\d\\d:){2}\\d\\d\\.\\d{3} style-transfer INFO: .*"));
    assertThat(ended.err()).contains("INFO: Iteration 1 total loss: 4.0962");
    assertThat(folder.resolve("output/o.jpg")).exists();
    assertThat(folder.resolve("output/o_0.jpg")).exists();
    assertThat(folder.resolve("logs/o.jpg/losses.csv")).exists();
  }

  @Test
  void quietRunsSayNothingButThePath() throws Exception {
    Ended ended = run(golden("--quiet", "--iterations=1", "--pooling=AVG"));

    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).isEqualTo("output/o.jpg" + System.lineSeparator());
  }

  @Test
  void findsItsInputsInTheWorkingDirectory() throws Exception {
    Files.createDirectories(folder.resolve("input/content"));
    Files.createDirectories(folder.resolve("input/style"));
    Files.createDirectories(folder.resolve("data"));
    Files.copy(GOLDEN.file("content.png"), folder.resolve("input/content/c.png"));
    Files.copy(GOLDEN.file("style.png"), folder.resolve("input/style/s.png"));
    Files.copy(GOLDEN.file("network.mat"), folder.resolve("data/imagenet-vgg-verydeep-19.mat"));
    Ended ended =
        run("--content", "c.png", "--style", "s.png", "--output", "o.png", "--iterations", "1");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).isEqualTo("output/o.png" + System.lineSeparator());
  }

  @Test
  void failuresHaveAMessageAndACode() throws Exception {
    Ended ended = run("--content", "none.jpg", "--style", "s.jpg", "--output", "o.jpg");

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).startsWith("style-transfer: The content image none.jpg does not exist");
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  @DisabledOnOs(OS.WINDOWS)
  void aSignalSavesTheImageSoFar(String signal, int exitCode) throws Exception {
    ProgramProcess process =
        ProgramProcess.start(
            folder,
            List.of(
                golden(
                    "--init=" + GOLDEN.file("init.png"),
                    "--iterations=1000000",
                    "--checkpoints=0")));
    Path losses = folder.resolve("logs/o.jpg/losses.csv");
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (System.nanoTime() < deadline
        && (!Files.exists(losses) || Files.readAllLines(losses).size() < 4)) {
      Thread.sleep(20);
    }
    process.signal(signal);

    assertThat(process.exitCode()).isEqualTo(exitCode);
    int done = Files.readAllLines(losses).size() - 1;
    assertThat(process.err())
        .contains("Stopping after this iteration; a second Ctrl-C ends the run at once")
        .contains("Stopped after iteration " + done + "; the image so far is");
    try (Stream<Path> files = Files.list(folder.resolve("output"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactly("o_" + (done - 1) + ".jpg");
    }
  }

  @Test
  void fetchesAFile() throws Exception {
    ServedFile file = ServedFile.random(1, 100_000);
    try (ScriptedServer server = new ScriptedServer(file.answer())) {
      Ended ended = run("fetch", "--url=" + server.url("/vgg"), "--sha256=" + file.sha256());

      assertThat(ended.exitCode()).isZero();
      assertThat(ended.out())
          .isEqualTo("data/imagenet-vgg-verydeep-19.mat" + System.lineSeparator());
      assertThat(ended.err()).contains("INFO: Downloading 0.0 of 0.1 MB").doesNotContain("\r");
      assertThat(folder.resolve("data/imagenet-vgg-verydeep-19.mat"))
          .hasBinaryContent(file.content());
    }
  }

  @Test
  void versionComesFromTheJar() throws Exception {
    Ended ended = run("--version");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out())
        .containsPattern("^style-transfer \\d+\\.\\d+\\.\\d+.*\\RND4J 1\\.0\\.0-M");
  }

  private static String[] golden(String... more) {
    List<String> args = new ArrayList<>(List.of(Program.goldenArgs(GOLDEN, more)));
    args.add("--output=o.jpg");
    return args.toArray(String[]::new);
  }

  private Ended run(String... args) throws IOException, InterruptedException {
    ProgramProcess process = ProgramProcess.start(folder, List.of(args));
    return new Ended(process.exitCode(), process.out(), process.err());
  }
}
