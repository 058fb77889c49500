package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.engine.onednn.OneDnn;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.write.ImageWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Engine, precision, threads and memory as a person asks for them. */
class EngineOptionsTest extends ProgramFixture {
  private static final GoldenCase GOLDEN = GoldenCase.EVEN_MAX;

  @Test
  void bothEnginesGiveTheSameLosses() throws IOException {
    run("--engine=onednn", "--output=one.png", "--seed=1", "--threads=2", "--memory=2g");
    assertThat(program.exitCode()).isZero();
    run("--engine=samediff", "--output=two.png", "--seed=1");
    assertThat(program.exitCode()).isZero();
    double[] one = GoldenCase.losses(folder.resolve("logs/one.png/losses.csv")).get(0);
    double[] two = GoldenCase.losses(folder.resolve("logs/two.png/losses.csv")).get(0);
    for (int loss = 0; loss < one.length; loss++) {
      assertThat(Math.abs(one[loss] / two[loss] - 1)).isLessThan(1e-5);
    }
  }

  @Test
  void refusesBfloat16OnSameDiff() {
    run("--engine=samediff", "--precision=bfloat16", "--output=o.png");
    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: SameDiff computes only in float32: leave out --precision, or use"
                + " --engine onednn.\n");
  }

  @Test
  void refusesBfloat16OnProcessorsWithoutIt() {
    assumeFalse(OneDnn.hasBfloat16());
    run("--precision=bfloat16", "--output=o.png");
    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: This processor has no bfloat16 arithmetic, so bfloat16 would be slower"
                + " than float32: leave out --precision.\n");
  }

  @Test
  void refusesAnImageThatCannotFit() {
    run("--size=2000", "--memory=600m", "--output=o.png");
    assertThat(program.exitCode()).isEqualTo(6);
    assertThat(program.err())
        .matches(
            "style-transfer: A result of 2000 x \\d+ pixels needs about \\d+(\\.\\d GB| MB) of memory, but"
                + " only 600 MB is available: pass --size \\d+ or less\\.\n");
  }

  @Test
  void theSizeThatIsNamedFits() {
    run("--size=2000", "--memory=600m", "--output=o.png");
    String size = program.err().replaceAll("(?s).*--size (\\d+) or less.*", "$1");
    run("--size=" + size, "--memory=600m", "--output=o.png", "--iterations=1", "--checkpoints=0");
    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
  }

  @Test
  void refusesAnyImageInTooLittleMemory() {
    run("--memory=1m", "--output=o.png");
    assertThat(program.exitCode()).isEqualTo(6);
    assertThat(program.err()).endsWith("that is too little for an image of any size.\n");
  }

  /** 10 x 20000 pixels are resized to the photo's width of 64: to eight million. */
  @Test
  void namesAPaintingThatCannotFit() throws IOException {
    Path tall = blank("tall.png", 10, 20_000);
    run(tall, "--memory=410m", "--output=o.png");
    assertThat(program.exitCode()).isEqualTo(6);
    assertThat(program.err())
        .matches(
            "style-transfer: .*tall\\.png, which is resized to the result's width, 64 x 128000 pixels,"
                + " needs about 4\\d\\d MB of memory, but only 410 MB is available: crop the painting"
                + " at the top or bottom, choose a less tall one, or pass --size \\d+ or less\\.\n");
    run(tall, "--memory=600m", "--output=o.png", "--iterations=1", "--checkpoints=0");
    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
  }

  @Test
  void namesAnImageThatCannotBeRead() throws IOException {
    Path large = blank("large.png", 4000, 2000);
    run(large, "--memory=320m", "--output=o.png");
    assertThat(program.exitCode()).isEqualTo(6);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: "
                + large
                + " has 4000 x 2000 pixels; reading it takes about 387 MB of memory, but only"
                + " 320 MB is available: give a smaller image.\n");
  }

  private Path blank(String name, int width, int height) throws IOException {
    Path file = folder.resolve(name);
    new ImageWriter().write(new RgbImage(width, height, new byte[3 * width * height]), file);
    return file;
  }

  @ParameterizedTest
  @CsvSource({
    "800m, 800000000",
    "6g, 6000000000",
    "1.5 GB, 1500000000",
    "2GiB, 2147483648",
    "512, 512"
  })
  void readsMemorySizes(String text, long bytes) {
    assertThat(new MemorySizeConverter().convert(text)).isEqualTo(bytes);
  }

  private void run(Path painting, String... options) {
    run(
        Stream.of(Program.goldenArgs(GOLDEN, options))
            .filter(arg -> !arg.startsWith("--style="))
            .collect(Collectors.toList()),
        "--style=" + painting);
  }

  private void run(String... options) {
    run(List.of(Program.goldenArgs(GOLDEN, options)));
  }

  private void run(List<String> args, String... more) {
    List<String> all = new ArrayList<>(args);
    all.addAll(List.of(more));
    all.add("--quiet");
    if (all.stream().noneMatch(a -> a.startsWith("--iterations"))) {
      all.add("--iterations=4");
    }
    program.run(all.toArray(String[]::new));
  }
}
