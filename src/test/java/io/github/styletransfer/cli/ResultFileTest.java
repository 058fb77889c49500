package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.TestImages;
import io.github.styletransfer.image.metadata.PhotoFacts;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.record.JobIdentity;
import io.github.styletransfer.record.RunManifestFile;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a result's file is like: bits, colours, transparency, and what it says of itself. */
class ResultFileTest extends ProgramFixture {
  private static final GoldenCase GOLDEN = GoldenCase.EVEN_MAX;
  private static final int STEPS = 257;

  /** The network's results are truncated to 8 bits, those of patches are rounded. */
  @ParameterizedTest
  @CsvSource({
    "--method=patches, 128, o.png",
    "--method=patches, 128, o.tif",
    "--init=noise --seed=1 --iterations=2, 0, o.png"
  })
  void hasSixteenTrueBits(String options, int half, String name) throws IOException {
    int[] bytes = samples(run(name, options));
    int[] deep = samples(run("deep" + name, options + " --depth=16"));

    assertThat(Arrays.stream(deep).map(sample -> (sample + half) / STEPS).toArray())
        .isEqualTo(bytes);
    assertThat(Arrays.stream(deep).filter(sample -> sample % STEPS != 0).count())
        .isGreaterThan(bytes.length / 2);
  }

  /** The mask's black leaves the photo's bytes, its greys mix them. */
  @Test
  void hasThemRetouchedToo() throws IOException {
    Path mask = folder.resolve("mask.png");
    BufferedImage halves = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 64 * 48; i++) {
      halves.getRaster().setSample(i % 64, i / 64, 0, i % 64 < 32 ? 0 : 200);
    }
    ImageIO.write(halves, "png", mask.toFile());
    BufferedImage photo = ImageIO.read(GOLDEN.file("content.png").toFile());
    ImageIO.write(
        halves.getSubimage(0, 0, photo.getWidth(), photo.getHeight()), "png", mask.toFile());
    String options = "--method=patches --keep-colors --where=" + mask;

    int[] bytes = samples(run("o.png", options));
    int[] deep = samples(run("deep.png", options + " --depth=16"));

    int most = 0;
    for (int i = 0; i < bytes.length; i++) {
      most = Math.max(most, Math.abs(deep[i] - bytes[i] * STEPS));
    }
    // Rounded twice, before and after the mask; and chroma in finer steps.
    assertThat(most).isLessThan(2 * STEPS);
    assertThat(deep[0]).isEqualTo(bytes[0] * STEPS);
    assertThat(Arrays.stream(deep).filter(sample -> sample % STEPS != 0).count())
        .isGreaterThan(bytes.length / 3);
  }

  @Test
  void keepsThePhotosProfile() throws IOException {
    Path photo = folder.resolve("photo.png");
    ICC_Profile linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB);
    byte[] png = Files.readAllBytes(GOLDEN.file("content.png"));
    Files.write(photo, TestImages.withChunk(png, "iCCP", TestImages.iccChunk(linear)));
    String options = "--method=patches --content=" + photo;

    RgbImage plain = new ImageReader().read(run("o.png", options));
    Path kept = run("kept.png", options + " --profile=keep --depth=16");

    assertThat(new ImageReader().profile(kept).orElseThrow().getData()).isEqualTo(linear.getData());
    assertThat(mostDifference(plain, new ImageReader().read(kept))).isLessThanOrEqualTo(1);
  }

  @Test
  void saysThatThereIsNoProfileToKeep() throws IOException {
    assertThat(logOf("--profile=keep --method=patches --output=o.png"))
        .contains(
            GOLDEN.file("content.png")
                + " has no colour profile of its own: the result is in sRGB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"o.png", "o.tif", "o.webp"})
  void isTransparentWhereThePhotoIs(String name) throws IOException {
    BufferedImage opaque = ImageIO.read(GOLDEN.file("content.png").toFile());
    int width = opaque.getWidth();
    BufferedImage photo = new BufferedImage(width, opaque.getHeight(), BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < width * photo.getHeight(); i++) {
      int opacity = i % width < 8 ? 0 : i % width < 16 ? 128 : 255;
      photo.setRGB(
          i % width, i / width, (opaque.getRGB(i % width, i / width) & 0xffffff) | (opacity << 24));
    }
    Path file = folder.resolve("photo.png");
    ImageIO.write(photo, "png", file.toFile());
    String options = "--method=patches --content=" + file;

    RgbImage white = new ImageReader().read(run("white.png", options));
    Path kept = run(name, options + " --alpha=keep" + (name.endsWith("p") ? " --quality=100" : ""));

    byte[] alpha = new ImageReader().opacity(kept).orElseThrow().values();
    assertThat(alpha[0]).isZero();
    assertThat(alpha[5 * width + 9]).isEqualTo((byte) 128);
    assertThat(alpha[7 * width + 20]).isEqualTo((byte) 255);
    RgbImage again = new ImageReader().read(kept);
    // Columns on which something shows; laid over white, it is the opaque result.
    for (int x = 16; x < width; x++) {
      int at = (5 * width + x) * RgbImage.CHANNELS;
      assertThat(again.samples()[at]).isEqualTo(white.samples()[at]);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--depth=16 | o.jpg | --depth 16: a .jpg file can't hold samples of 16 bits. Let the name of"
            + " the result end in .png or .tif, or leave --depth 16 out.",
        "--alpha=keep | o.bmp | --alpha keep: a .bmp file can't hold transparency. Let the name of"
            + " the result end in .png, .tif or .webp, or leave --alpha keep out.",
        "--profile=keep | o.bmp | --profile keep: a .bmp file can't hold a colour profile. Let the"
            + " name of the result end in .jpg, .png, .tif or .webp, or leave --profile keep out.",
      })
  void isRefusedIfItsFormatCanNotHoldIt(String option, String name, String message) {
    program.run(args(name, option));

    assertThat(program.err()).isEqualTo("style-transfer: " + message + "\n");
    assertThat(program.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--depth=12 | --depth must be 8 or 16, not 12",
        "--quality=0 | --quality must be from 1 to 100, not 0",
        "--chroma=4:1:1 | --chroma must be 4:4:4, 4:2:2 or 4:2:0, not '4:1:1'",
        "--alpha=black | --alpha must be keep or white, not 'black'",
      })
  void isOnlyWhatThereIs(String option, String message) {
    program.run(args("o.png", option));

    assertThat(program.err()).isEqualTo("style-transfer: " + message + "\n" + SEE_HELP);
  }

  @Test
  void isSmallerOfLessQuality() throws IOException {
    long usual = Files.size(run("o.jpg", "--method=patches"));
    long small = Files.size(run("small.jpg", "--method=patches --quality=40 --chroma=4:2:0"));

    assertThat(small).isLessThan(usual - 1000);
  }

  @Test
  void saysHowItWasMadeSoThatItCanBeMadeAgain() throws IOException {
    Path result = run("o.png", "--method=patches --checkpoints=1");

    String hash =
        JobIdentity.settingsHash(RunManifestFile.read(folder.resolve("logs/o.png/run.json")).job());
    assertThat(PhotoFacts.of(result).description())
        .contains("content.png in the style of style.png; settings " + hash);
    assertThat(PhotoFacts.of(folder.resolve("output/o_0.png")).description())
        .contains("content.png in the style of style.png");

    Path moved = Files.move(result, folder.resolve("elsewhere.png"));
    program.run("rerun", moved.toString());
    assertThat(program.exitCode()).isZero();
    assertThat(folder.resolve("output/o-rerun.png")).hasSameBinaryContentAs(moved);
  }

  @Test
  void saysNothingIfNobodyIsToKnow() throws IOException {
    Path result = run("o.png", "--method=patches --strip-metadata");

    assertThat(Files.readString(result, StandardCharsets.ISO_8859_1))
        .contains("sRGB")
        .doesNotContain("eXIf", "iTXt", "content.png");
    program.run("rerun", "output/o.png");
    assertThat(program.exitCode()).isZero();
  }

  @Test
  void canNotBeMadeAgainWithoutItsRecord() throws IOException {
    Path result = run("o.png", "--method=patches");
    Files.delete(folder.resolve("logs/o.png/run.json"));

    program.run("rerun", "output/o.png");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err()).contains("There is no run.json of the run that made " + result);
  }

  private Path run(String name, String options) {
    program.run(args(name, options));
    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
    return folder.resolve("output").resolve(name);
  }

  private List<String> logOf(String options) {
    try (LogLines log = new LogLines()) {
      program.run(args("o.png", options));
      return log.all();
    }
  }

  private static String[] args(String name, String options) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "--content=" + GOLDEN.file("content.png"),
                "--style=" + GOLDEN.file("style.png"),
                "--checkpoints=0",
                "--output=" + name));
    if (!options.contains("--method")) {
      args.add("--network=" + GOLDEN.file("network.mat"));
    }
    args.addAll(List.of(options.split(" ", -1)));
    return args.toArray(String[]::new);
  }

  private static int[] samples(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    return image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
  }

  private static int mostDifference(RgbImage one, RgbImage other) {
    int most = 0;
    for (int i = 0; i < one.samples().length; i++) {
      most =
          Math.max(
              most,
              Math.abs(
                  Byte.toUnsignedInt(one.samples()[i]) - Byte.toUnsignedInt(other.samples()[i])));
    }
    return most;
  }
}
