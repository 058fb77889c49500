package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.color.KeptColors;
import io.github.styletransfer.color.LinearMap;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.image.write.ImageWriter;
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
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --keep-colors}, {@code --style-colors} and {@code --where}, with every method. */
class RetouchedRunTest extends ProgramFixture {
  private static final GoldenCase GOLDEN = GoldenCase.EVEN_MAX;
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  private static final int ROWS = 5;

  /** Quick ones. */
  private static final String PATCHES = "--method=patches";

  private static final String WAVELET = "--network=wavelet --iterations=6 --sizes=2";
  private static final String VGG = "--network=GOLDEN --iterations=6 --seed=1";

  @ParameterizedTest
  @ValueSource(strings = {PATCHES, WAVELET, VGG})
  void keepThePhotosColors(String method) throws IOException {
    run(method, "--output=plain.png", "--checkpoints=2");
    run(method, "--output=o.png", "--checkpoints=2", "--keep-colors");

    assertThat(program.err()).isEmpty();
    List<String> files = checkpoints("plain");
    assertThat(files).hasSize(3);
    for (String file : files) {
      assertThat(result(file.replace("plain", "o")).samples())
          .as(file)
          .isEqualTo(KeptColors.of(result(file), photo()).samples());
    }
    assertThat(recorded("o.png").options()).containsEntry("keep-colors", "true");
    assertThat(losses("o.png")).hasSameBinaryContentAs(losses("plain.png"));
  }

  @ParameterizedTest
  @ValueSource(strings = {PATCHES, WAVELET, VGG})
  void leaveThePhotoWhereTheMaskIsBlack(String method) throws IOException {
    Path mask = mask("mask.png", WIDTH, HEIGHT, x -> x < 20 ? 0 : x < 40 ? 128 : 255);
    run(method, "--output=plain.png", "--checkpoints=2");
    run(method, "--output=o.png", "--checkpoints=2", "--where=" + mask);

    assertThat(program.err()).isEmpty();
    for (String file : checkpoints("plain")) {
      byte[] plain = result(file).samples();
      byte[] given = result(file.replace("plain", "o")).samples();
      byte[] photo = photo().samples();
      int changed = 0;
      for (int i = 0; i < given.length; i++) {
        int x = i / RgbImage.CHANNELS % WIDTH;
        int between = (Byte.toUnsignedInt(plain[i]) + Byte.toUnsignedInt(photo[i])) / 2;
        if (x < 20) {
          assertThat(given[i]).isEqualTo(photo[i]);
          changed += plain[i] == photo[i] ? 0 : 1;
        } else if (x < 40) {
          assertThat(Byte.toUnsignedInt(given[i])).isBetween(between - 1, between + 2);
        } else {
          assertThat(given[i]).isEqualTo(plain[i]);
        }
      }
      assertThat(changed).isGreaterThan(1000);
    }
    assertThat(recorded("o.png").options()).containsEntry("where", mask.toString());
    assertThat(recorded("o.png").inputs()).containsKey("--where image");
  }

  @Test
  void fitTheMaskToTheResult() throws IOException {
    Path mask = mask("mask.png", 2 * WIDTH, 2 * HEIGHT, x -> x < WIDTH ? 0 : 255);
    run(PATCHES, "--output=o.png", "--size=32", "--keep-colors", "--where=" + mask);

    RgbImage photo = Resizer.fitLongestSide(photo(), 32);
    RgbImage given = result("o.png");
    assertThat(program.err()).isEmpty();
    for (int y = 0; y < given.height(); y++) {
      int row = y * 32 * RgbImage.CHANNELS;
      int half = row + 15 * RgbImage.CHANNELS;
      assertThat(java.util.Arrays.copyOfRange(given.samples(), row, half))
          .isEqualTo(java.util.Arrays.copyOfRange(photo.samples(), row, half));
    }
  }

  @Test
  void findTheMaskInTheInputFolder() throws IOException {
    Files.createDirectories(folder.resolve("input/mask"));
    mask("input/mask/sky.png", WIDTH, HEIGHT, x -> 255);

    assertThat(logOf(PATCHES, "--output=o.png", "--where=sky.png", "--keep-colors"))
        .contains(
            "The result keeps the photo's colours",
            "Painted where " + folder.resolve("input/mask/sky.png") + " is white");
    assertThat(program.exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {PATCHES, WAVELET, VGG})
  void giveThePaintingThePhotosColors(String method) throws IOException {
    RgbImage painting = LinearMap.apply(new ImageReader().read(GOLDEN.file("style.png")), photo());
    Path file = folder.resolve("recolored.png");
    new ImageWriter().write(painting, file);
    run(method, "--output=o.png", "--style-colors=photo", "--strip-metadata");
    run(method, "--output=p.png", "--strip-metadata", "--style=" + file, "--no-match-colors");

    assertThat(folder.resolve("output/o.png"))
        .hasSameBinaryContentAs(folder.resolve("output/p.png"));
    assertThat(recorded("o.png").options()).containsEntry("style-colors", "photo");
  }

  @Test
  void takeThePlaceOfMatchedColors() throws IOException {
    run(WAVELET, "--output=o.png");
    run(WAVELET, "--output=p.png", "--style-colors=photo");

    assertThat(recorded("o.png").options())
        .containsEntry("match-colors", "true")
        .doesNotContainKeys("style-colors", "keep-colors", "where");
    assertThat(recorded("p.png").options()).containsEntry("match-colors", "false");
  }

  @ParameterizedTest
  @ValueSource(strings = {PATCHES, WAVELET, VGG})
  void canNotBeMatchedBothWays(String method) {
    run(method, "--output=o.png", "--style-colors=photo", "--match-colors");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: --match-colors gives the photo the painting's colours, and"
                + " --style-colors photo gives the painting the photo's: leave one of them out\n"
                + SEE_HELP);
  }

  /** The command line overrides a configuration file, in both directions. */
  @ParameterizedTest
  @CsvSource({
    "match-colors=yes, --style-colors=photo, false, photo",
    "style-colors=photo, --match-colors, true,",
    "style-colors=photo, --no-match-colors, false, photo",
    "style-colors=photo, --style-colors=painting, true,",
    "keep-colors=yes, --style-colors=photo, false, photo",
  })
  void areThoseOfTheCommandLine(String setting, String option, String match, String style)
      throws IOException {
    Files.writeString(folder.resolve(".style-transfer.properties"), setting + "\n");
    run(WAVELET, "--output=o.png", option);

    assertThat(program.err()).isEmpty();
    assertThat(recorded("o.png").options()).containsEntry("match-colors", match);
    assertThat(recorded("o.png").options().get("style-colors")).isEqualTo(style);
  }

  @Test
  void canNotBeMatchedBothWaysByAConfigurationFileEither() throws IOException {
    Files.writeString(
        folder.resolve(".style-transfer.properties"), "match-colors=yes\nstyle-colors=photo\n");
    run(WAVELET, "--output=o.png");

    assertThat(program.exitCode()).isEqualTo(2);
    run(WAVELET, "--output=o.png", "--no-match-colors");
    assertThat(program.exitCode()).isZero();
  }

  @Test
  void canBeTurnedOff() throws IOException {
    Files.writeString(folder.resolve(".style-transfer.properties"), "keep-colors=yes\n");
    run(PATCHES, "--output=o.png");
    run(PATCHES, "--output=p.png", "--no-keep-colors");

    assertThat(recorded("o.png").options()).containsEntry("keep-colors", "true");
    assertThat(recorded("p.png").options()).doesNotContainKey("keep-colors");
  }

  @Test
  void refuseAMaskOfOtherProportions() throws IOException {
    Path mask = mask("mask.png", 50, 50, x -> 255);
    run(PATCHES, "--output=o.png", "--where=" + mask);

    assertThat(program.exitCode()).isEqualTo(3);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: "
                + mask
                + " has 50 x 50 pixels and the photo 64 x 48, which are different proportions: make"
                + " the mask from the photo, in its size or any other of the same proportions.\n");
    assertThat(folder.resolve("output/o.png")).doesNotExist();
  }

  /** A small mask can't have the photo's proportions exactly. */
  @ParameterizedTest
  @CsvSource({"13, 10", "6, 4", "5, 4", "640, 480", "640, 470"})
  void takeAMaskOfAboutTheSameProportions(int width, int height) throws IOException {
    run(PATCHES, "--output=o.png", "--where=" + mask("mask.png", width, height, x -> 255));

    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
  }

  @Test
  void refuseAMaskThatIsBlack() throws IOException {
    Path mask = mask("mask.png", WIDTH, HEIGHT, x -> 0);
    run(PATCHES, "--output=o.png", "--where=" + mask);

    assertThat(program.exitCode()).isEqualTo(3);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: "
                + mask
                + " is black all over, so nothing would be painted: make it white where the photo"
                + " is to be painted.\n");
  }

  @Test
  void sayWhereTheyLookedForTheMask() {
    run(PATCHES, "--output=o.png", "--where=none.png");

    assertThat(program.exitCode()).isEqualTo(3);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: The --where image none.png does not exist, nor is it in input/mask/ or"
                + " input/. Check the name, or give the path of an image.\n");
  }

  @Test
  void takeOneImageFromStandardInput() {
    run(PATCHES, "--output=o.png", "--where=-", "--content=-");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: Standard input holds one image: it can't be used for --content and"
                + " --where at once.\n");
  }

  @Test
  void doNotReplaceTheMask() throws IOException {
    Path mask = mask("mask.png", WIDTH, HEIGHT, x -> 255);
    run(PATCHES, "--output=" + mask, "--where=" + mask);

    assertThat(program.exitCode()).isEqualTo(5);
    assertThat(program.err())
        .startsWith("style-transfer: The run would replace its own input " + mask);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--method=patches --size=600", "--network=GOLDEN --seed=3"})
  void goOnToTheBytesOfAnUninterruptedRun(String method) throws IOException {
    String[] options = {
      "--keep-colors",
      "--style-colors=photo",
      "--where=" + mask("mask.png", WIDTH, HEIGHT, x -> 4 * x)
    };
    run(method, with(options, "--output=whole.png"));
    assertThat(program.exitCode()).isZero();

    stopAfterSomeRows();
    run(method, with(options, "--output=o.png"));
    assertThat(program.exitCode()).isEqualTo(130);
    program.signals(StopSignals.none());
    run(method, with(options, "--output=o.png", "--resume"));

    assertThat(program.err()).isEmpty();
    assertThat(folder.resolve("output/o.png"))
        .hasSameBinaryContentAs(folder.resolve("output/whole.png"));
    assertThat(losses("o.png")).hasSameBinaryContentAs(losses("whole.png"));
    assertThat(logOf(method, with(options, "--output=o.png", "--resume")))
        .contains("This run has already finished");
  }

  /** As the state is of the picture itself, it is retouched once, however often a run goes on. */
  @Test
  void areTheSameForARunThatIsProlonged() throws IOException {
    String[] options = {
      "--keep-colors",
      "--where=" + mask("mask.png", WIDTH, HEIGHT, x -> 4 * x),
      "--checkpoints=0",
      "--strip-metadata"
    };
    String method = "--network=GOLDEN --seed=3 --iterations=";
    run(method + 4, with(options, "--output=o.png"));
    run(method + 9, with(options, "--output=o.png", "--resume"));
    run(method + 9, with(options, "--output=whole.png"));

    assertThat(program.err()).isEmpty();
    assertThat(folder.resolve("output/o.png"))
        .hasSameBinaryContentAs(folder.resolve("output/whole.png"));
  }

  @Test
  void areNotThoseOfAnotherRun() throws IOException {
    Path mask = mask("mask.png", WIDTH, HEIGHT, x -> 4 * x);
    run(PATCHES, "--output=o.png", "--where=" + mask);
    mask("mask.png", WIDTH, HEIGHT, x -> 3 * x);
    run(PATCHES, "--output=o.png", "--where=" + mask, "--keep-colors", "--resume");

    assertThat(program.exitCode()).isEqualTo(9);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: The saved state "
                + folder.resolve("logs/o.png/state.bin")
                + " belongs to another run: the --where image is a different one; --keep-colors was"
                + " not given and is now true. Nothing was changed. Run without --resume to start"
                + " from the beginning.\n");
  }

  @Test
  void areRepeatedByRerun() throws IOException {
    Path mask = mask("mask.png", WIDTH, HEIGHT, x -> 4 * x);
    run(PATCHES, "--output=o.png", "--where=" + mask, "--keep-colors", "--style-colors=photo");
    program.run("rerun", "logs/o.png");

    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
    assertThat(folder.resolve("output/o-rerun.png"))
        .hasSameBinaryContentAs(folder.resolve("output/o.png"));
    assertThat(recorded("o-rerun.png").job()).isEqualTo(recorded("o.png").job());

    mask("mask.png", WIDTH, HEIGHT, x -> 3 * x);
    program.run("rerun", "logs/o.png");
    assertThat(program.exitCode()).isEqualTo(3);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer rerun: The run can't be repeated: the --where image "
                + mask
                + " has changed since it was recorded.\n");
  }

  private void run(String method, String... more) {
    List<String> args = new ArrayList<>(List.of("--content=" + GOLDEN.file("content.png")));
    if (Stream.of(more).noneMatch(option -> option.startsWith("--style="))) {
      args.add("--style=" + GOLDEN.file("style.png"));
    }
    for (String part : method.split(" ", -1)) {
      args.add(part.replace("GOLDEN", GOLDEN.file("network.mat").toString()));
    }
    args.addAll(List.of(more));
    program.run(args.toArray(String[]::new));
  }

  private static String[] with(String[] options, String... more) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private List<String> logOf(String method, String... more) {
    try (LogLines log = new LogLines()) {
      run(method, more);
      return log.all();
    }
  }

  private static RgbImage photo() throws IOException {
    return new ImageReader().read(GOLDEN.file("content.png"));
  }

  private RgbImage result(String name) throws IOException {
    return new ImageReader().read(folder.resolve("output").resolve(name));
  }

  /** A result and its checkpoints. */
  private List<String> checkpoints(String name) throws IOException {
    try (var files = Files.list(folder.resolve("output"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.startsWith(name))
          .sorted()
          .toList();
    }
  }

  private Path losses(String result) {
    return folder.resolve("logs").resolve(result).resolve("losses.csv");
  }

  private RunManifest recorded(String result) throws IOException {
    return RunManifestFile.read(folder.resolve("logs").resolve(result).resolve("run.json"));
  }

  /** An image whose columns are greys. */
  private Path mask(String name, int width, int height, IntUnaryOperator grey) throws IOException {
    byte[] samples = new byte[width * height * RgbImage.CHANNELS];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) grey.applyAsInt(i / RgbImage.CHANNELS % width);
    }
    Path file = folder.resolve(name);
    new ImageWriter().write(new RgbImage(width, height, samples), file);
    return file;
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
    Path losses = losses("o.png");
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
