package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.record.RunManifest;
import io.github.styletransfer.record.RunManifestFile;
import io.github.styletransfer.storage.FileDigests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several paintings, as people name them. */
class PaintingsRunTest extends ProgramFixture {
  private static final Path CONTENT = GoldenCase.EVEN_MAX.file("content.png");
  private static final Path ONE = GoldenCase.EVEN_MAX.file("style.png");
  private static final Path OTHER = GoldenCase.ODD_AVG.file("style.png");
  private static final String PATCHES = "--method=patches";
  private static final String NETWORK = "--network=wavelet";

  @ParameterizedTest
  @ValueSource(strings = {PATCHES, NETWORK})
  void areRecordedSoThatRerunRepeatsThem(String method) throws IOException {
    Path comma = copy(OTHER, "a,b:2.png");
    run(method, "--style=" + ONE + ":3", "--style", comma.getFileName().toString());

    assertThat(program.err()).isEmpty();
    RunManifest run = manifest();
    assertThat(run.options())
        .containsEntry("style", ONE.toAbsolutePath() + ":3," + comma.toAbsolutePath());
    assertThat(Objects.requireNonNull(run.inputs().get("style image")).sha256())
        .isEqualTo(FileDigests.sha256(ONE));
    assertThat(Objects.requireNonNull(run.inputs().get("style image 2")).sha256())
        .isEqualTo(FileDigests.sha256(OTHER));
    assertThat(run.job()).containsEntry("the proportion of the paintings", "3:1");

    program.run("rerun", folder.resolve("logs/o.png").toString());
    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
    assertThat(folder.resolve("output/o-rerun.png"))
        .hasSameBinaryContentAs(folder.resolve("output/o.png"));
  }

  @ParameterizedTest
  @ValueSource(strings = {PATCHES, NETWORK})
  void paintOtherPicturesInOtherProportions(String method) throws IOException {
    List<byte[]> pictures = new ArrayList<>();
    for (String styles : List.of("%s", "%s,%s", "%s:2,%s:2", "%s,%s:3", "%2$s")) {
      run(method, "--strip-metadata", "--style=" + styles.formatted(ONE, OTHER));
      assertThat(program.err()).isEmpty();
      pictures.add(Files.readAllBytes(folder.resolve("output/o.png")));
    }
    assertThat(pictures.get(1)).as("the same proportion").isEqualTo(pictures.get(2));
    pictures.remove(2);
    assertThat(pictures).doesNotHaveDuplicates();
  }

  @Test
  void aRunWithOthersIsNotResumed() {
    run(PATCHES, "--style=" + ONE + "," + OTHER);
    run(PATCHES, "--style=" + ONE + "," + OTHER + ":2", "--resume");
    assertThat(program.err())
        .contains("another run: the proportion of the paintings was 1:1 and is now 1:2.");
    assertThat(program.exitCode()).isEqualTo(9);

    run(PATCHES, "--style=" + ONE + "," + ONE, "--resume");
    assertThat(program.err()).contains("another run: the style image 2 is a different one.");

    run(PATCHES, "--style=" + ONE + "," + OTHER, "--resume");
    assertThat(program.exitCode()).isZero();
  }

  @Test
  void onTheCommandLineReplaceThoseOfAConfigurationFile() throws IOException {
    Files.writeString(folder.resolve("my.properties"), "style=" + ONE + "," + OTHER + ":2\n");
    run(PATCHES, "--config=my.properties");
    assertThat(manifest().inputs()).containsKey("style image 2");

    run(PATCHES, "--config=my.properties", "--style=" + OTHER);
    assertThat(manifest().inputs()).doesNotContainKey("style image 2");
    assertThat(manifest().options()).containsEntry("style", OTHER.toAbsolutePath().toString());
  }

  @Test
  void faultyOnesAreNamed() throws IOException {
    run("--style=" + ONE + ",nothing.png:2");
    assertThat(program.err())
        .startsWith("style-transfer: The style image nothing.png does not exist");
    assertThat(program.exitCode()).isEqualTo(3);

    Path text = Files.writeString(folder.resolve("text.png"), "no image");
    run("--style=" + ONE + "," + text);
    assertThat(program.err()).contains("text.png");
    assertThat(program.exitCode()).isEqualTo(3);

    run("--style=" + ONE + ":0");
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: --style gives "
                + ONE
                + " the weight '0': it must be a number more than 0, such as "
                + ONE
                + ":2.\n");
    assertThat(program.exitCode()).isEqualTo(2);

    run("--style=-", "--style=-:2");
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: Standard input holds one image: it can't be used for --style"
                + " twice.\n");
    assertThat(program.exitCode()).isEqualTo(2);
  }

  private Path copy(Path file, String name) throws IOException {
    Files.createDirectories(folder.resolve("input/style"));
    return Files.copy(file, folder.resolve("input/style").resolve(name));
  }

  private RunManifest manifest() throws IOException {
    return RunManifestFile.read(folder.resolve("logs/o.png/run.json"));
  }

  private void run(String... args) {
    List<String> all =
        new ArrayList<>(
            List.of("--content=" + CONTENT, "--output=o.png", "--checkpoints=0", "--threads=2"));
    all.addAll(List.of(args));
    if (all.contains(NETWORK)) {
      all.add("--iterations=2");
    }
    program.run(all.toArray(String[]::new));
  }
}
