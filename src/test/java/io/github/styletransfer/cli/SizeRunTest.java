package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.job.SizeChoice;
import io.github.styletransfer.job.UserException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How large results are, and what is said about a run that isn't done. */
class SizeRunTest extends ProgramFixture {
  private static final int LONG = 6000;
  private static final int SHORT = 4000;
  private static final int ALWAYS = 512;

  private String network = "";

  @BeforeEach
  void makeImages() throws IOException {
    make("large.png", LONG, SHORT);
    make("tall.png", SHORT, LONG);
    make("small.png", 60, 40);
    make("painting.png", 50, 50);
    network = "--network=" + GoldenCase.ODD_AVG.file("network.mat");
  }

  private void make(String name, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
    for (int i = 0; i < Math.min(width, height); i++) {
      image.setRGB(i, i, -1);
    }
    ImageIO.write(image, "png", folder.resolve(name).toFile());
  }

  private SizeChoice size(String... args) throws IOException, UserException {
    return program
        .job(Stream.concat(Stream.of(args), Stream.of("painting.png")).toArray(String[]::new))
        .size();
  }

  @Test
  void isThePhotosOwnWhereThatTakesMinutes() throws IOException, UserException {
    assertThat(size("small.png")).isEqualTo(SizeChoice.free(OptionalInt.empty()));
  }

  @Test
  void isSmallerTheSlowerTheMethodIs() throws IOException, UserException {
    int patches = size("--method=patches", "large.png").longestSide().orElseThrow();
    int wavelet = size("--network=wavelet", "large.png").longestSide().orElseThrow();
    int fine = size(network, "--preset=fine", "large.png").longestSide().orElseThrow();
    int original = size(network, "large.png").longestSide().orElseThrow();

    assertThat(List.of(LONG, patches, wavelet, fine, original))
        .isSortedAccordingTo((a, b) -> b - a);
    assertThat(original).isEqualTo(ALWAYS);
    assertThat(size("--method=patches", "tall.png").longestSide()).hasValue(patches);
  }

  @Test
  void isThePhotosOwnIfTheOriginalProgramIsNamed() throws IOException, UserException {
    assertThat(size(network, "--preset=original", "large.png")).isEqualTo(SizeChoice.OF_THE_PHOTO);
  }

  @Test
  void isWhatIsAskedFor() throws IOException, UserException {
    assertThat(size("--size=full", "large.png")).isEqualTo(SizeChoice.OF_THE_PHOTO);
    assertThat(size("--size=5000", "large.png")).isEqualTo(SizeChoice.of(5000));
  }

  @Test
  void isThatOfARunThatIsContinued() throws IOException, UserException {
    program.run("small.png", "painting.png", "--method=patches", "--size=24", "-o", "o.png");
    assertThat(program.exitCode()).isZero();

    assertThat(size("small.png", "--resume", "-o=o.png")).isEqualTo(SizeChoice.of(24));
    program.run("small.png", "painting.png", "--resume", "-o", "o.png");
    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
  }

  @Test
  void isLessWhereMemoryIsShortButOnlyIfNobodyAskedForIt() {
    program.run("large.png", "painting.png", "--method=patches", "--memory=500m", "--dry-run");
    assertThat(program.exitCode()).isZero();
    int side = Integer.parseInt(program.out().replaceAll("(?s).*\nPaints +(\\d+) x .*", "$1"));
    assertThat(side).isBetween(ALWAYS, 3000);

    program.run(
        "large.png",
        "painting.png",
        "--method=patches",
        "--memory=500m",
        "--size=4464",
        "--dry-run");
    assertThat(program.exitCode()).isEqualTo(6);
    assertThat(program.err()).contains("pass --size " + side / 100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--method=patches", "--network=wavelet"})
  void isSaidBeforeARunThatWritesNothing(String method) throws IOException {
    program.run("small.png", "painting.png", method, "--dry-run");

    assertThat(program.exitCode()).isZero();
    assertThat(program.err()).isEmpty();
    assertThat(program.out())
        .startsWith(
            """
            Reads        content %s, 60 x 40 pixels
                         style %s, 50 x 50 pixels
            """
                .formatted(folder.resolve("small.png"), folder.resolve("painting.png")))
        .contains(
            "\nPaints       60 x 40 pixels in the style of a painting resized to 60 x 60 pixels\n",
            "\nWrites       " + folder.resolve("output/small-painting.jpg") + "\n",
            " 10 checkpoints, ",
            "\nMemory       about ",
            "\nDisk         at most ",
            " on a machine of two cores; this one hasn't been timed yet\n");
    assertThat(folder.resolve("output")).doesNotExist();
    assertThat(folder.resolve("logs")).doesNotExist();

    program.run("small.png", "painting.png", method, "--size=40", "-q");
    assertThat(program.exitCode()).isZero();
    program.run("small.png", "painting.png", method, "--dry-run");
    assertThat(program.out())
        .contains("small-painting.jpg, in place of the file that is there\n")
        .endsWith(", as earlier runs took on this machine\n");
  }

  @Test
  void isSaidForRunsWhoseTimesAreDamaged() throws IOException {
    Path file = Files.createDirectories(folder.resolve(".cache")).resolve("speeds.properties");
    Files.writeString(file, "patches." + Runtime.getRuntime().availableProcessors() + "=much\n");
    program.run("small.png", "painting.png", "--method=patches", "--dry-run");

    assertThat(program.out()).endsWith("this one hasn't been timed yet\n");
  }
}
