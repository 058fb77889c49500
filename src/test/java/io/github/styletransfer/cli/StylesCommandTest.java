package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.image.write.ImageWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paintings that lie there: shown, and drawn at random. */
class StylesCommandTest extends ProgramFixture {
  private static final int RED = 0xc01010;
  private static final int BLUE = 0x1010c0;

  @BeforeEach
  void makePaintings() throws IOException {
    Files.createDirectories(folder.resolve("input/style"));
    paint("input/style/sea.png", BLUE);
    paint("input/style/fire.png", RED);
    paint("input/hills.png", 0x10a010);
    paint("photo.png", 0x805030);
    Files.writeString(folder.resolve("input/style/README.md"), "no picture");
  }

  private void paint(String name, int color) throws IOException {
    byte[] samples = new byte[40 * 30 * RgbImage.CHANNELS];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (color >> (8 * (2 - i % RgbImage.CHANNELS)));
    }
    new ImageWriter().write(new RgbImage(40, 30, samples), folder.resolve(name));
  }

  @Test
  void showsThemOnOneSheet() throws IOException {
    Files.writeString(folder.resolve("input/style/broken.png"), "no picture");
    program.run("styles");

    Path sheet = folder.resolve("output/styles.png");
    assertThat(program.exitCode()).isZero();
    assertThat(program.out()).isEqualTo(sheet + "\n");
    RgbImage image = new ImageReader(1_000_000).read(sheet);
    Set<Integer> colors = new TreeSet<>();
    IntStream.range(0, image.width() * image.height()).forEach(i -> colors.add(pixel(image, i)));
    assertThat(colors).contains(RED, BLUE, 0x10a010).doesNotContain(0x805030);
  }

  private static int pixel(RgbImage image, int index) {
    byte[] samples = image.samples();
    int at = index * RgbImage.CHANNELS;
    return ((samples[at] & 0xff) << 16)
        | ((samples[at + 1] & 0xff) << 8)
        | (samples[at + 2] & 0xff);
  }

  @Test
  void saysWhereTheyShouldBe() throws IOException {
    for (String name :
        new String[] {"input/style/sea.png", "input/style/fire.png", "input/hills.png"}) {
      Files.delete(folder.resolve(name));
    }
    program.run("styles");
    assertThat(program.exitCode()).isEqualTo(3);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer styles: There are no paintings in input/style/ or input/ of this folder:"
                + " put some there.\n");

    program.run("photo.png", "random");
    assertThat(program.exitCode()).isEqualTo(3);
    assertThat(program.err()).startsWith("style-transfer: --style random finds no paintings in");
  }

  @Test
  void refusesASheetOfAnotherFormat() {
    program.run("styles", "--output=styles.jpg");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err()).contains("The sheet styles.jpg must end in .png: give such a name.");
  }

  @Test
  void drawsOneBySeed() throws IOException {
    for (int i = 0; i < 2; i++) {
      program.run("photo.png", "random", "--seed=3", "--checkpoints=0", "--method=patches");
      assertThat(program.exitCode()).isZero();
    }
    String result = program.out().strip();
    assertThat(result).matches(".*/output/photo-(sea|fire|hills)\\.jpg");
    try (var results = Files.list(folder.resolve("output"))) {
      assertThat(results).containsExactly(Path.of(result));
    }
  }

  @Test
  void keepsThePaintingOfARunThatIsContinued() {
    for (int i = 0; i < 4; i++) {
      program.run("photo.png", "random", "-o=o.png", "--resume", "--method=patches");
      assertThat(program.exitCode()).as(program.err()).isZero();
    }
    program.run("photo.png", "random", "--resume");
    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err()).contains("--resume can't tell which run is meant");
  }

  @Test
  void leavesAFileOfThatNameAlone() throws IOException {
    Files.copy(folder.resolve("input/hills.png"), folder.resolve("random"));
    program.run("photo.png", "random", "--method=patches");

    assertThat(program.exitCode()).isZero();
    assertThat(Arrays.asList(program.out().split("/"))).endsWith("photo-random.jpg\n");
  }
}
