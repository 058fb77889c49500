package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program where it paints with patches: with Java alone. */
class ProgramPatchesIT {
  private static final GoldenCase GOLDEN = GoldenCase.EVEN_MAX;
  private static final String NO_FOLDER = "STYLE_TRANSFER_CACHE";

  @TempDir private Path folder;

  @Test
  void loadsNoClassOfTheNativeLibraries() throws Exception {
    Path classes = folder.resolve("classes.txt");
    ProgramProcess process = start(List.of("-Xlog:class+load:file=" + classes), Map.of());

    assertThat(process.exitCode()).isZero();
    assertThat(Files.readString(classes))
        .contains("io.github.styletransfer.patches.PatchTransfer")
        .doesNotContain("org.nd4j.", "org.bytedeco.");
  }

  @Test
  void needsNoFolderForNativeLibraries() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    ProgramProcess process = start(List.of(), Map.of(NO_FOLDER, file.toString()));

    assertThat(process.exitCode()).isZero();
    assertThat(process.out())
        .isEqualTo(Path.of("output").resolve("o.jpg") + System.lineSeparator());
    assertThat(process.err()).isEmpty();
    assertThat(folder.resolve("output/o.jpg")).exists();
    assertThat(folder.resolve("home/.cache")).doesNotExist();
  }

  @Test
  void saysHowToGiveJavaMoreMemory() throws Exception {
    ProgramProcess process = start(List.of("-Xmx200m"), Map.of(), "--size=3000", "--memory=100g");

    assertThat(process.exitCode()).isEqualTo(6);
    assertThat(process.err())
        .matches(
            "style-transfer: A result of 3000 x 2250 pixels needs about [\\d.]+ [MG]B of memory, but"
                + " Java may use only \\d+ MB: (pass --size \\d+ or less|that is too little for an image of"
                + " any size), or give Java more: java"
                + " -Xmx\\d+g -jar style-transfer.jar\\.\\R");
  }

  private ProgramProcess start(
      List<String> javaOptions, Map<String, String> environment, String... more) throws Exception {
    List<String> args =
        new ArrayList<>(
            List.of(
                "--content=" + GOLDEN.file("content.png"),
                "--style=" + GOLDEN.file("style.png"),
                "--output=o.jpg",
                "--quiet"));
    args.addAll(List.of(more));
    return ProgramProcess.start(folder, javaOptions, environment, args);
  }
}
