package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The command line as a person uses it, within this process. */
class CommandLineTest extends ProgramFixture {
  private static final GoldenCase GOLDEN = GoldenCase.ODD_AVG;

  @ParameterizedTest
  @EnumSource
  void goldenCasesGiveTheReferencesLossesAndImage(GoldenCase golden) throws IOException {
    program.run(
        "--content=" + golden.file("content.png"),
        "--style=" + golden.file("style.png"),
        "--init=" + golden.file("init.png"),
        "--network=" + golden.file("network.mat"),
        "--output=result.png",
        "--iterations=" + golden.iterations,
        "--pooling=" + golden.pooling.name().toLowerCase(java.util.Locale.ROOT),
        "--kernel-layout=" + golden.kernelLayout.name().toLowerCase(java.util.Locale.ROOT),
        "--content-weight=" + golden.contentWeight,
        "--style-weight=" + golden.styleWeight,
        "--tv-weight=" + golden.tvWeight,
        "--learning-rate=" + golden.learningRate,
        "--quiet");

    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
    assertThat(program.out()).isEqualTo(folder.resolve("output/result.png") + "\n");
    List<double[]> losses = GoldenCase.losses(folder.resolve("logs/result.png/losses.csv"));
    List<double[]> expected = golden.losses();
    assertThat(losses).hasSameSizeAs(expected);
    for (int row = 0; row < losses.size(); row++) {
      for (int column = 0; column < 4; column++) {
        double error = losses.get(row)[column] / expected.get(row)[column] - 1;
        assertThat(Math.abs(error)).isLessThan(2e-4);
      }
    }
    Differences differences =
        Differences.of(
            ImageIO.read(folder.resolve("output/result.png").toFile()),
            ImageIO.read(golden.file("expected/final.png").toFile()));
    // Adam's first steps follow the gradient's sign: where it is nearly zero, rounding decides.
    assertThat(differences.shareWithin(1)).isGreaterThanOrEqualTo(0.99);
    assertThat(differences.mean()).isLessThanOrEqualTo(0.05);
  }

  @Test
  void writesCheckpointsBesideTheResult() throws IOException {
    program.run(args("--output=painting.v2.jpg", "--iterations=4", "--checkpoints=2"));

    assertThat(program.exitCode()).isZero();
    assertThat(names(folder.resolve("output")))
        .containsExactlyInAnyOrder("painting.v2.jpg", "painting.v2_0.jpg", "painting.v2_2.jpg");
    assertThat(folder.resolve("logs/painting.v2.jpg/losses.csv")).exists();
  }

  @Test
  void writesToTheFoldersGiven() throws IOException {
    program.run(
        args(
            "--output=a/b/o.png",
            "--iterations=1",
            "--checkpoints=0",
            "--log-dir=" + folder.resolve("c/d")));

    assertThat(program.exitCode()).isZero();
    assertThat(names(folder.resolve("a/b"))).containsExactly("o.png");
    assertThat(folder.resolve("c/d/losses.csv")).exists();
    assertThat(folder.resolve("output")).doesNotExist();
  }

  @Test
  void findsImagesInTheInputFolders() throws IOException {
    Files.createDirectories(folder.resolve("input/content"));
    Files.copy(GOLDEN.file("content.png"), folder.resolve("input/content/photo.png"));
    Files.copy(GOLDEN.file("style.png"), folder.resolve("input/painting.png"));
    program.run(
        "--content=photo.png",
        "--style=painting.png",
        "--network=" + GOLDEN.file("network.mat"),
        "--output=o.png",
        "--iterations=1");

    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    for (String name : List.of("one.png", "two.png", "three.png")) {
      String seed = name.equals("three.png") ? "8" : "7";
      program.run(args("--output=" + name, "--init=noise", "--seed=" + seed, "--iterations=3"));
      assertThat(program.exitCode()).isZero();
    }
    byte[] one = Files.readAllBytes(folder.resolve("output/one.png"));
    assertThat(folder.resolve("output/two.png")).hasBinaryContent(one);
    assertThat(Files.readAllBytes(folder.resolve("output/three.png"))).isNotEqualTo(one);
  }

  @Test
  void leavesEventsChartsAndAContactSheet() throws IOException {
    program.run(args("--output=o.png", "--iterations=4", "--checkpoints=2"));
    program.run(args("--output=p.png", "--iterations=4", "--checkpoints=0"));

    assertThat(folder.resolve("logs/o.png"))
        .isDirectoryContaining("glob:**/losses.png")
        .isDirectoryContaining("glob:**/losses-log.png")
        .isDirectoryContaining("glob:**/run.json");
    assertThat(sheetPixels("o")).isGreaterThan(sheetPixels("p"));
    try (var files = Files.list(folder.resolve("logs/o.png"))) {
      Path events =
          files
              .filter(file -> file.getFileName().toString().contains("tfevents"))
              .findFirst()
              .orElseThrow();
      String text = Files.readString(events, StandardCharsets.ISO_8859_1);
      assertThat(text.split("total_loss", -1)).hasSize(1 + 4);
      assertThat(text.split("checkpoint\\W", -1).length).isGreaterThan(2);
      assertThat(text).contains("content_loss", "learning_rate", "style-weight");
    }
  }

  private int sheetPixels(String name) throws IOException {
    var sheet = ImageIO.read(folder.resolve("logs/" + name + ".png/checkpoints.png").toFile());
    return sheet.getWidth() * sheet.getHeight();
  }

  @Test
  void resizesTheResult() throws IOException {
    program.run(args("--output=o.png", "--size=40", "--iterations=1"));

    var image = ImageIO.read(folder.resolve("output/o.png").toFile());
    assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(40, 28);
  }

  @Test
  void saysThatThePhotoIsEnlarged() {
    try (LogLines log = new LogLines()) {
      program.run(args("--output=o.png", "--size=40", "--iterations=1"));
      assertThat(log.all()).noneMatch(line -> line.contains("enlarging"));
      program.run(args("--output=o.png", "--size=60", "--iterations=1"));
      assertThat(log.all())
          .contains("The photo has 53 x 37 pixels: enlarging it to 60 x 42 adds no detail");
    }
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(strings = {"content", "style", "noise"})
  void startsFromWhatItIsTold(String init) throws IOException {
    program.run(
        args(
            "--output=o.png",
            "--init=" + init,
            "--seed=1",
            "--iterations=1",
            "--learning-rate=0.001"));

    assertThat(program.exitCode()).isZero();
    var result = ImageIO.read(folder.resolve("output/o.png").toFile());
    var content = ImageIO.read(GOLDEN.file("content.png").toFile());
    double difference = Differences.of(result, content).mean();
    if (init.equals("content")) {
      assertThat(difference).isLessThan(1);
    } else {
      assertThat(difference).isGreaterThan(10);
    }
  }

  @Test
  void takesDefaultsFromConfigurationFilesAndArgumentFiles() throws IOException {
    Files.writeString(
        folder.resolve(".style-transfer.properties"), "iterations=5\ncheckpoints = 0\n");
    Files.writeString(folder.resolve("job.properties"), "iterations=2\n");
    Files.writeString(
        folder.resolve("args"), "--config\n" + folder.resolve("job.properties") + "\n");
    program.run(args("--output=personal.png"));
    program.run(args("--output=both.png", "--config=" + folder.resolve("job.properties")));
    program.run(args("--output=file.png", "@" + folder.resolve("args")));
    program.run(args("--output=line.png", "--iterations=1"));

    assertThat(rows("personal")).isEqualTo(5);
    assertThat(rows("both")).isEqualTo(2);
    assertThat(rows("file")).isEqualTo(2);
    assertThat(rows("line")).isEqualTo(1);
    assertThat(names(folder.resolve("output")))
        .containsExactlyInAnyOrder("personal.png", "both.png", "file.png", "line.png");
  }

  @Test
  void replacesAnOlderResultUnlessToldNotTo() throws IOException {
    program.run(args("--output=o.png", "--iterations=1"));
    byte[] first = Files.readAllBytes(folder.resolve("output/o.png"));

    program.run(args("--output=o.png", "--iterations=2", "--no-overwrite"));
    assertThat(program.exitCode()).isEqualTo(5);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: "
                + folder.resolve("output/o.png")
                + " already exists: choose another --output name, or pass --overwrite.\n");
    assertThat(folder.resolve("output/o.png")).hasBinaryContent(first);

    program.run(args("--output=o.png", "--iterations=2"));
    assertThat(program.exitCode()).isZero();
    assertThat(Files.readAllBytes(folder.resolve("output/o.png"))).isNotEqualTo(first);
  }

  @Test
  void theLastListOfMoreIterationsCounts() throws IOException {
    program.run(
        args(
            "--output=o.png",
            "--iterations=1",
            "--more-iterations=5",
            "--more-iterations=2,1",
            "--checkpoints=0"));

    assertThat(program.exitCode()).isZero();
    assertThat(rows("o")).isEqualTo(4);
  }

  @Test
  void aSignalBeforeTheFirstIterationLeavesNoImage() {
    program.signals(
        onSignal -> {
          onSignal.accept(130);
          return () -> {};
        });
    program.run(args("--output=o.png", "--iterations=3"));
    assertThat(program.exitCode()).isEqualTo(130);
    assertThat(program.out()).isEmpty();
    assertThat(folder.resolve("output")).isEmptyDirectory();
  }

  private String[] args(String... more) {
    return Program.goldenArgs(GOLDEN, more);
  }

  private long rows(String name) throws IOException {
    return Files.readAllLines(folder.resolve("logs/" + name + ".png/losses.csv")).size() - 1L;
  }

  private static List<String> names(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }
}
