package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.record.RunManifest;
import io.github.styletransfer.record.RunManifestFile;
import io.github.styletransfer.run.StopSignals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Painting with patches, and when that is what is done. */
class PatchRunTest extends ProgramFixture {
  private static final GoldenCase GOLDEN = GoldenCase.EVEN_MAX;
  private static final int ROWS = 5;
  private static final String BECAUSE =
      "Method patches, as no trained network is in data/; get one with 'style-transfer fetch thin'"
          + " (4 MB) or 'style-transfer fetch' (about 535 MB)";

  @Test
  void isWhatIsDoneWhenNothingIsDownloaded() throws IOException {
    List<String> log = logOf("--output=o.png");

    assertThat(log).contains(BECAUSE).noneMatch(line -> line.startsWith("Network"));
    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
    assertThat(program.out()).isEqualTo(folder.resolve("output/o.png") + System.lineSeparator());
    assertThat(ImageIO.read(folder.resolve("output/o.png").toFile()).getWidth()).isEqualTo(64);
    assertThat(Files.readAllLines(folder.resolve("logs/o.png/losses.csv")).get(0))
        .isEqualTo("iteration,total_loss,patch_loss,distribution_loss");
    try (var files = Files.list(folder.resolve("logs/o.png"))) {
      assertThat(files.map(file -> file.getFileName().toString().replaceAll("tfevents.*", "tf")))
          .containsExactlyInAnyOrder(
              "losses.csv",
              "losses.png",
              "losses-log.png",
              "checkpoints.png",
              "run.json",
              "state.bin",
              "events.out.tf");
    }
    try (var files = Files.list(folder.resolve("output"))) {
      assertThat(files).hasSize(11).contains(folder.resolve("output/o_0.png"));
    }
  }

  @Test
  void isNotWhatIsDoneOnceVgg19IsThere() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Path file =
        Files.copy(GOLDEN.file("network.mat"), folder.resolve("data/imagenet-vgg-verydeep-19.mat"));

    assertThat(logOf("--output=o.png", "--iterations=1"))
        .contains("Network " + file + ", wh kernels, max pooling");
    assertThat(logOf("--output=p.png", "--method=patches")).contains("Method patches");
    assertThat(recorded("p.png").options()).containsEntry("method", "patches");
  }

  @Test
  void isNotWhatIsDoneWithANetwork() throws IOException {
    assertThat(logOf("--output=o.png", "--network=wavelet", "--iterations=1"))
        .contains("Network wavelet, the built-in one");
    assertThat(logOf("--output=p.png", "--method=network", "--iterations=1"))
        .contains(BECAUSE.replace("Method patches", "Network wavelet, the built-in one"));
    assertThat(recorded("o.png").options()).doesNotContainKeys("method", "finest-patch");
    assertThat(recorded("o.png").job()).doesNotContainKey("--method");
    assertThat(recorded("p.png").options()).containsEntry("network", "wavelet");
  }

  @Test
  void recordsItsOwnOptionsAlone() throws IOException {
    run("--output=o.png", "--size=48", "--threads=1", "--sizes=2");

    assertThat(recorded("o.png").options().keySet())
        .containsExactly(
            "content",
            "style",
            "output",
            "size",
            "seed",
            "max-pixels",
            "method",
            "content-strength",
            "finest-patch",
            "style-scale",
            "finish",
            "sizes",
            "threads",
            "checkpoints",
            "log-dir");
    assertThat(recorded("o.png").environment())
        .containsOnlyKeys("program", "java", "system", "processor", "threads");
  }

  @Test
  void givesTheSamePictureEachTime() {
    run("--output=o.png");
    run("--output=p.png");

    assertThat(folder.resolve("output/o.png"))
        .hasSameBinaryContentAs(folder.resolve("output/p.png"));
  }

  @Test
  void takesItsSettingsFromAFile() throws IOException {
    Files.writeString(
        folder.resolve(".style-transfer.properties"),
        "method=patches\ncontent-strength=2.5\nfinish=no\nlearning-rate=3\n");

    assertThat(logOf("--output=o.png"))
        .contains(
            "Method patches",
            "Content strength 2.5, finest patch 5, style scale 1, no finish, seed 1");
    assertThat(recorded("o.png").options())
        .containsEntry("content-strength", "2.5")
        .containsEntry("finish", "false");
  }

  /** Its 64 x 40 pixels, as wide as the result, or twice as wide. */
  @Test
  void fitsThePaintingToTheStyleScale() {
    assertThat(logOf("--output=o.png")).contains("Style " + GOLDEN.file("style.png") + ": 64 x 40");
    assertThat(logOf("--output=o.png", "--style-scale=2", "--size=32"))
        .contains("Style " + GOLDEN.file("style.png") + ": 64 x 40");
    assertThat(logOf("--output=o.png", "--style-scale=0.5"))
        .contains("Style " + GOLDEN.file("style.png") + ": 32 x 20");
  }

  @Test
  void refusesAPaintingWithTooManyPixelsForTheStyleScale() {
    run("--output=o.png", "--style-scale=4", "--max-pixels=10000");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: "
                + GOLDEN.file("style.png")
                + " would be resized to 256 x 160 pixels; at most 10,000 pixels are allowed. Crop"
                + " the painting at the top or bottom, or pass a smaller --size or"
                + " --style-scale.\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--iterations=7 | --iterations has no effect, as the method is patches",
        "--init=noise --pooling=max --beta1=0.5 --engine=auto | --init, --pooling, --beta1 and"
            + " --engine have no effect, as the method is patches",
        "--method=patches --network=wavelet | --network has no effect, as the method is patches",
        "--network=wavelet --iterations=1 --finest-patch=3 --finish | --finest-patch and --finish"
            + " have no effect, as the method is network",
        "--network=wavelet --iterations=1 --finest-patch=3 --history=3 --beta1=0.1 | --finest-patch"
            + " and --beta1 have no effect, as the method is network and the optimizer is lbfgs",
      })
  void namesOptionsOfTheOtherMethodInOneLine(String line, String warning) {
    assertThat(warnings(line)).containsExactly(warning);
  }

  @Test
  void hasNothingToSayOfOptionsThatBothHave() {
    assertThat(warnings("--sizes=2 --seed=4 --threads=1 --finish --method=patches")).isEmpty();
  }

  @Test
  void goesOnToTheBytesOfAnUninterruptedRun() throws IOException {
    run("--output=whole.png", "--size=600");
    assertThat(program.exitCode()).isZero();

    stopAfterSomeRows();
    run("--output=o.png", "--size=600");
    assertThat(program.exitCode()).isEqualTo(130);
    assertThat(folder.resolve("logs/o.png/state.bin")).exists();
    assertThat(folder.resolve("output/o.png")).doesNotExist();

    program.signals(StopSignals.none());
    assertThat(logOf("--output=o.png", "--size=600", "--resume"))
        .anyMatch(line -> line.startsWith("Resuming after iteration "));
    assertThat(program.exitCode()).isZero();
    assertThat(folder.resolve("output/o.png"))
        .hasSameBinaryContentAs(folder.resolve("output/whole.png"));
    assertThat(folder.resolve("logs/o.png/losses.csv"))
        .hasSameBinaryContentAs(folder.resolve("logs/whole.png/losses.csv"));

    assertThat(logOf("--output=o.png", "--size=600", "--resume"))
        .contains("This run has already finished");
  }

  /** VGG-19's file doesn't change what the same command goes on with. */
  @Test
  void goesOnWithTheMethodThatTheRunBeganWith() throws IOException {
    stopAfterSomeRows();
    run("--output=o.png", "--size=600");
    assertThat(program.exitCode()).isEqualTo(130);
    program.signals(StopSignals.none());
    Files.createDirectories(folder.resolve("data"));
    Files.copy(GOLDEN.file("network.mat"), folder.resolve("data/imagenet-vgg-verydeep-19.mat"));

    assertThat(logOf("--output=o.png", "--size=600", "--resume"))
        .contains("Method patches, as in the run that is continued");
    assertThat(program.exitCode()).isZero();
  }

  /** As before there was another method, when a run without options was one of the wavelets. */
  @Test
  void leavesARunOfTheWaveletsToThem() {
    run("--output=o.png", "--method=network", "--iterations=2");

    assertThat(logOf("--output=o.png", "--iterations=2", "--resume"))
        .contains("Network wavelet, the built-in one", "This run has already finished");
    assertThat(program.exitCode()).isZero();
  }

  @Test
  void refusesTheStateOfAnotherRun() {
    run("--output=o.png");
    run("--output=o.png", "--resume", "--content-strength=3");

    assertThat(program.exitCode()).isEqualTo(9);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: The saved state "
                + folder.resolve("logs/o.png/state.bin")
                + " belongs to another run: --content-strength was 12 and is now 3. Nothing was"
                + " changed. Run without --resume to start from the beginning.\n");
  }

  @Test
  void isRepeatedByRerun() throws IOException {
    run("--output=o.png", "--finest-patch=7", "--no-finish", "--seed=9");
    program.run("rerun", "logs/o.png");

    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
    assertThat(folder.resolve("output/o-rerun.png"))
        .hasSameBinaryContentAs(folder.resolve("output/o.png"));
    assertThat(recorded("o-rerun.png").job()).isEqualTo(recorded("o.png").job());
  }

  @Test
  void refusesToReplaceAnotherRunsResultByACheckpoint() {
    run("--output=o_0.png");
    run("--output=o.png");

    assertThat(program.exitCode()).isEqualTo(5);
    assertThat(program.err())
        .startsWith(
            "style-transfer: A checkpoint of this run would replace "
                + folder.resolve("output/o_0.png"));
    assertThat(folder.resolve("output/o.png")).doesNotExist();
    assertThat(folder.resolve("logs/o.png")).doesNotExist();
  }

  @Test
  void refusesAResultThatMemoryCantHold() {
    run("--output=o.png", "--size=4000", "--memory=100m");

    assertThat(program.exitCode()).isEqualTo(6);
    assertThat(program.err())
        .matches(
            "style-transfer: A result of 4000 x 3000 pixels needs about \\d+(\\.\\d)? [MG]B of"
                + " memory, but only 100 MB is available: (pass --size \\d+ or less|that is too"
                + " little for an image of any size)\\.\n");
    assertThat(folder.resolve("output/o.png")).doesNotExist();
  }

  private void run(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "--content=" + GOLDEN.file("content.png"), "--style=" + GOLDEN.file("style.png")));
    args.addAll(List.of(more));
    program.run(args.toArray(String[]::new));
  }

  private List<String> logOf(String... more) {
    try (LogLines log = new LogLines()) {
      run(more);
      return log.all();
    }
  }

  private List<String> warnings(String line) {
    List<String> args = new ArrayList<>(List.of("--output=o.png"));
    args.addAll(List.of(line.split(" ", -1)));
    try (LogLines log = new LogLines()) {
      run(args.toArray(String[]::new));
      assertThat(program.exitCode()).isZero();
      return log.warnings();
    }
  }

  private RunManifest recorded(String result) throws IOException {
    return RunManifestFile.read(folder.resolve("logs").resolve(result).resolve("run.json"));
  }

  /** Ctrl-C once the next run has some rows in its losses.csv. */
  private void stopAfterSomeRows() {
    program.signals(
        onSignal -> {
          Thread thread = new Thread(() -> waitForRows(onSignal));
          thread.setDaemon(true);
          thread.start();
          return thread::interrupt;
        });
  }

  private void waitForRows(IntConsumer onSignal) {
    Path losses = folder.resolve("logs/o.png/losses.csv");
    try {
      while (!Files.exists(losses) || Files.readAllLines(losses).size() <= ROWS) {
        Thread.sleep(1);
      }
      onSignal.accept(ExitCode.INTERRUPTED.code());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
