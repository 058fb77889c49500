package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.Masks;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.image.write.ImageWriter;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.record.RunManifestFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Regions, as a person uses them. */
class MaskRunTest extends ProgramFixture {
  private static final int SIDE = 64;
  private static final int ORANGE = 0xf08020;
  private static final int TEAL = 0x108080;

  /** The painting is orange above and teal below; the photo's left part is to be teal. */
  @BeforeEach
  void writeImages() throws IOException {
    write("photo.png", SIDE, (x, y) -> (110 + (x * 7 + y * 13) % 40) * 0x010101);
    write(
        "painting.png",
        SIDE,
        (x, y) -> (y < SIDE / 2 ? ORANGE : TEAL) + (x * 5 + y * 3) % 16 * 0x010101);
    write("photo-mask.png", SIDE, (x, y) -> x < SIDE / 2 ? Masks.RED : Masks.BLUE);
    write("painting-mask.png", SIDE, (x, y) -> y < SIDE / 2 ? Masks.BLUE : Masks.RED);
  }

  private void write(String name, int height, IntBinaryOperator rgb) throws IOException {
    new ImageWriter().write(Masks.image(SIDE, height, rgb), folder.resolve(name));
  }

  private void run(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "--content=" + folder.resolve("photo.png"),
                "--style=" + folder.resolve("painting.png"),
                "--output=" + folder.resolve("o.png"),
                "--log-dir=" + folder.resolve("log"),
                "--checkpoints=0"));
    args.addAll(List.of(more));
    program.run(args.toArray(String[]::new));
  }

  private String[] masked(String... more) {
    return Stream.concat(
            Stream.of(
                "--content-mask=" + folder.resolve("photo-mask.png"),
                "--style-mask=" + folder.resolve("painting-mask.png")),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  /** The mean red minus the mean blue of some columns. */
  private static double warmth(RgbImage image, int first, int end) {
    double sum = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = first; x < end; x++) {
        int at = (y * image.width() + x) * RgbImage.CHANNELS;
        sum += (image.samples()[at] & 0xff) - (image.samples()[at + 2] & 0xff);
      }
    }
    return sum / image.height() / (end - first);
  }

  /** Orange is 208 levels warmer than blue, teal is 112 colder. */
  @ParameterizedTest
  @ValueSource(
      strings = {"--method=patches", "--network=wavelet --iterations=40 --sizes=2 --seed=1"})
  void eachRegionGetsTheStyleOfItsColour(String method) throws IOException {
    run(masked(method.split(" ")));

    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
    RgbImage result = new ImageReader().read(folder.resolve("o.png"));
    assertThat(warmth(result, 0, SIDE / 2 - 6)).isLessThan(-20);
    assertThat(warmth(result, SIDE / 2 + 6, SIDE)).isGreaterThan(60);
  }

  @Test
  void masksAreRecordedAndTheRunCanBeRepeated() throws IOException {
    run(masked("--method=patches"));
    program.run("rerun", file("log"), "--output", file("p.png"));

    assertThat(program.exitCode()).isZero();
    assertThat(folder.resolve("o.png")).hasSameBinaryContentAs(folder.resolve("p.png"));
    assertThat(RunManifestFile.read(folder.resolve("log/run.json")).inputs().keySet())
        .containsExactly("content image", "style image", "content-mask image", "style-mask image");
    run(masked("--method=patches", "--resume"));
    assertThat(program.exitCode()).isZero();
    run("--method=patches", "--resume");
    assertThat(program.exitCode()).isEqualTo(ExitCode.STATE.code());
  }

  @Test
  void aPaintingWithoutAMaskServesEveryRegion() {
    run(masked("--method=patches", "--style=" + file("photo.png"), "--style-mask=none"));
    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
  }

  @Test
  void thereAreNoMoreMasksThanPaintings() {
    run(masked("--method=patches", "--style-mask=none"));
    expectFailure(
        ExitCode.USAGE,
        "--style-mask names 2 masks, but there is one painting. Give one for each painting, in"
            + " order.");
  }

  @Test
  void oneMaskIsNotEnough() {
    run("--content-mask=" + file("photo-mask.png"));
    expectFailure(
        ExitCode.USAGE,
        "--content-mask names regions of the photo, but nothing says where they are in the"
            + " painting. Pass --style-mask with an image of the same colours, too.");

    run("--style-mask=" + file("painting-mask.png"));
    expectFailure(
        ExitCode.USAGE,
        "--style-mask names regions of the painting, but nothing says where they are in the"
            + " photo. Pass --content-mask with an image of the same colours, too.");
  }

  @Test
  void aRegionThatThePaintingLacksIsNamed() throws IOException {
    write("painting-mask.png", SIDE, (x, y) -> y < SIDE / 2 ? Masks.BLUE : Masks.GREEN);
    run(masked());
    expectFailure(
        ExitCode.IMAGE,
        file("photo-mask.png")
            + " has a region #ff0000 (red), but "
            + file("painting-mask.png")
            + " has no such region. Paint the part of the painting whose style it should get in"
            + " that colour, or paint over it in the photo's mask.");
  }

  /** Of its six pixels, 48 of 64 leave three and a half. */
  @Test
  void aRegionThatNoLayerSeesIsNamed() throws IOException {
    write(
        "photo-mask.png",
        SIDE,
        (x, y) -> x / 3 == 7 && y / 2 == 10 ? Masks.GREEN : x < SIDE / 2 ? Masks.RED : Masks.BLUE);
    write(
        "painting-mask.png",
        SIDE,
        (x, y) -> y < SIDE / 3 ? Masks.BLUE : y < SIDE / 2 ? Masks.GREEN : Masks.RED);
    run(masked("--network=wavelet", "--iterations=2", "--size=48"));
    expectFailure(
        ExitCode.IMAGE,
        file("photo-mask.png")
            + " has a region #00ff00 (green) too small for a style: every layer that is looked at"
            + " has fewer than four pixels of it, of the photo or of the paintings. Paint it"
            + " larger, paint over it in the photo's mask, or give a larger --size.");
  }

  @Test
  void aMaskOfAnotherShapeIsRefused() throws IOException {
    write("photo-mask.png", SIDE / 2, (x, y) -> x < SIDE / 2 ? Masks.RED : Masks.BLUE);
    run(masked());
    expectFailure(
        ExitCode.IMAGE,
        file("photo-mask.png")
            + " has 64 x 32 pixels, another shape than the photo "
            + file("photo.png")
            + ", which has 64 x 64 here. Give a mask of the same proportions; its size doesn't"
            + " matter.");
  }

  @Test
  void aMissingMaskIsNamed() {
    run("--content-mask=nowhere.png", "--style-mask=" + file("painting-mask.png"));

    assertThat(program.exitCode()).isEqualTo(ExitCode.IMAGE.code());
    assertThat(program.err()).contains("The content-mask image nowhere.png does not exist");
  }

  private void expectFailure(ExitCode code, String message) {
    assertThat(program.err()).contains("style-transfer: " + message);
    assertThat(program.exitCode()).isEqualTo(code.code());
    assertThat(folder.resolve("o.png")).doesNotExist();
  }
}
