package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.network.pytorch.WeightsWriter.Form;
import io.github.styletransfer.network.thin.ThinFiles;
import io.github.styletransfer.record.RunManifestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Painting with the thin network, whose weights are random here. */
class ThinRunTest extends ProgramFixture {
  private static final GoldenCase GOLDEN = GoldenCase.EVEN_MAX;

  @Test
  void paintsWithTheFileThatIsNamedWhateverItsName() throws IOException {
    Path file = Files.write(folder.resolve("weights.bin"), new ThinFiles(4).bytes(Form.ARCHIVE));
    run("--network=" + file);

    assertThat(recorded())
        .containsEntry("network", file.toString())
        .containsEntry("style-loss", "wasserstein")
        .containsEntry("pooling", "max")
        .containsEntry("padding", "replicate")
        .doesNotContainKeys("kernel-layout", "preset");
    program.run("rerun", folder.resolve("logs/o.png").toString());
    assertThat(program.exitCode()).isZero();
  }

  @Test
  void isWhatIsDoneWhenItsFileIsThereAlone() throws IOException {
    Path file = inData();
    run();
    assertThat(recorded()).containsEntry("network", file.toString());

    run("--network=thin");
    assertThat(recorded()).containsEntry("network", file.toString());

    Path vgg = folder.resolve("data/imagenet-vgg-verydeep-19.mat");
    Files.copy(GOLDEN.file("network.mat"), vgg);
    run();
    assertThat(recorded()).containsEntry("network", vgg.toString());
  }

  @Test
  void saysHowToGetTheFile() {
    program.run(args("--network=thin"));

    assertThat(program.exitCode()).isEqualTo(4);
    assertThat(program.err())
        .startsWith(
            "style-transfer: "
                + folder.resolve("data/thin-vgg19.pth")
                + " does not exist. Download")
        .contains("'style-transfer fetch thin'");
  }

  @Test
  void takesMoreTimeWithThePresetFine() throws Exception {
    inData();

    assertThat(program.job(args()).options()).containsEntry("iterations", "50,12,60");
    assertThat(program.job(args("--preset=fine")).options())
        .containsEntry("iterations", "60,20,150")
        .containsEntry("content-weight", "20.0");
  }

  @Test
  void namesOptionsOfTheFullNetwork() throws IOException {
    inData();
    try (LogLines log = new LogLines()) {
      run("--kernel-layout=hw");
      assertThat(log.warnings())
          .containsExactly("--kernel-layout has no effect, as the network is thin");
    }
  }

  private Path inData() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    return Files.write(
        folder.resolve("data/thin-vgg19.pth"), new ThinFiles(4).bytes(Form.SEQUENCE));
  }

  private void run(String... more) {
    List<String> all = new ArrayList<>(List.of("--iterations=2,1,2", "--checkpoints=0"));
    all.addAll(List.of(more));
    program.run(args(all.toArray(String[]::new)));
    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
  }

  private static String[] args(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--content=" + GOLDEN.file("content.png"),
                "--style=" + GOLDEN.file("style.png"),
                "--output=o.png"));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private Map<String, String> recorded() throws IOException {
    return RunManifestFile.read(folder.resolve("logs/o.png/run.json")).options();
  }
}
