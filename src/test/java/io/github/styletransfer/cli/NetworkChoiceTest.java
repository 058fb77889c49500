package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Which network paints, and with what settings. */
class NetworkChoiceTest extends ProgramFixture {
  private static final GoldenCase GOLDEN = GoldenCase.ODD_AVG;

  @Test
  void theBuiltInNetworkPaintsWhenANetworkIsWantedAndNothingIsDownloaded() throws IOException {
    program.run(args("--method=network", "--iterations=4"));

    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
    assertThat(losses()).hasSize(4);
    // Relative errors: nothing else gives a content loss of 0 at the content image.
    assertThat(losses().get(0)[1]).isZero();
    assertThat(losses().get(0)[3]).isZero();
  }

  @Test
  void vgg19PaintsWhenItsFileIsThere() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.copy(GOLDEN.file("network.mat"), folder.resolve("data/imagenet-vgg-verydeep-19.mat"));
    program.run(args("--iterations=1"));

    assertThat(program.exitCode()).isZero();
    assertThat(losses().get(0)[1]).isPositive();
    program.run(args("--iterations=1", "--network=wavelet"));
    assertThat(losses().get(0)[1]).isZero();
  }

  @Test
  void aMissingNetworkFileIsAnErrorAllTheSame() {
    program.run(args("--network=data/imagenet-vgg-verydeep-19.mat"));

    assertThat(program.exitCode()).isEqualTo(4);
    assertThat(program.err()).contains("does not exist").contains("style-transfer fetch");
  }

  @Test
  void theBuiltInNetworkHasTheSameOptions() throws IOException {
    program.run(
        args(
            "--network=wavelet",
            "--optimizer=adam",
            "--learning-rate=3",
            "--sizes=1",
            "--init=noise",
            "--seed=1",
            "--no-match-colors",
            "--tv-weight=0.001",
            "--content-layers=level1:2",
            "--style-layers=level1,level1-2:0.5",
            "--iterations=12"));

    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
    assertThat(losses()).hasSize(12).allSatisfy(row -> assertThat(row[3]).isPositive());
    assertThat(losses().get(11)[0]).isLessThan(losses().get(0)[0]);
  }

  @Test
  void bothNetworksAndOptimizersLowerTheLoss() throws IOException {
    for (String network : List.of("wavelet", GOLDEN.file("network.mat").toString())) {
      for (String optimizer : List.of("adam", "lbfgs")) {
        program.run(
            args(
                "--network=" + network,
                "--optimizer=" + optimizer,
                "--init=noise",
                "--seed=1",
                "--sizes=1",
                "--iterations=12"));
        assertThat(program.exitCode()).isZero();
        assertThat(losses()).hasSize(12);
        assertThat(losses().get(11)[0]).isLessThan(0.7 * losses().get(0)[0]);
      }
    }
  }

  @Test
  void namesTheLevelsThatThereAre() {
    program.run(args("--network=wavelet", "--style-layers=level6"));

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: The network has no layer named level6. It has level1, level2,"
                + " level3, level1-2, level2-3.\n");
  }

  @Test
  void checkpointsOfAllSizesHaveTheResultsSize() throws IOException {
    program.run(
        args("--network=wavelet", "--size=140", "--sizes=2", "--iterations=3", "--checkpoints=3"));

    assertThat(program.exitCode()).isZero();
    var result = ImageIO.read(folder.resolve("output/o.png").toFile());
    for (int iteration = 0; iteration < 3; iteration++) {
      var checkpoint = ImageIO.read(folder.resolve("output/o_" + iteration + ".png").toFile());
      assertThat(checkpoint.getWidth()).isEqualTo(140);
      assertThat(checkpoint.getHeight()).isEqualTo(result.getHeight());
    }
  }

  /** Without the finest level nothing is left to paint at the smaller size. */
  @Test
  void sizesAtWhichTheLossesSeeNothingAreLeftOut() throws IOException {
    program.run(
        args(
            "--network=wavelet",
            "--content-layers=level1",
            "--style-layers=level1",
            "--size=140",
            "--sizes=2",
            "--iterations=3"));

    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
    assertThat(losses()).hasSize(1);
  }

  private String[] args(String... more) {
    String[] all = new String[more.length + 3];
    all[0] = "--content=" + GOLDEN.file("content.png");
    all[1] = "--style=" + GOLDEN.file("style.png");
    all[2] = "--output=o.png";
    System.arraycopy(more, 0, all, 3, more.length);
    return all;
  }

  private List<double[]> losses() throws IOException {
    return GoldenCase.losses(folder.resolve("logs/o.png/losses.csv"));
  }
}
