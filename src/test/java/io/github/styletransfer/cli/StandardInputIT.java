package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program with an image on its standard input. */
class StandardInputIT {
  private static final GoldenCase GOLDEN = GoldenCase.ODD_AVG;

  @TempDir private Path folder;

  @Test
  void isReadOnceAndCannotBeRepeated() throws Exception {
    ProgramProcess process =
        ProgramProcess.start(
            folder,
            List.of(
                "--content=-",
                "--style=" + GOLDEN.file("style.png"),
                "--network=" + GOLDEN.file("network.mat"),
                "--output=o.png",
                "--log-dir=records",
                "--iterations=1"),
            ProcessBuilder.Redirect.from(GOLDEN.file("content.png").toFile()));

    assertThat(process.exitCode()).isZero();
    assertThat(process.err()).contains("INFO: Content standard input: ");
    assertThat(folder.resolve("output/o.png")).exists();
    assertThat(folder.resolve("records/run.json")).content().contains("\"content\" : \"-\"");

    Program program = new Program(folder);
    program.run("rerun", "records");
    assertThat(program.exitCode()).isEqualTo(3);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer rerun: The run can't be repeated: the content image came from standard"
                + " input, and is gone. Start a new run with that image, or with a copy of it in a"
                + " file.\n");
  }

  @Test
  void thatIsNoImageIsCalledByItsName() throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "no image\n");
    ProgramProcess process =
        ProgramProcess.start(
            folder,
            List.of("--content=-", "--style=" + GOLDEN.file("style.png"), "--output=o.png"),
            ProcessBuilder.Redirect.from(text.toFile()));

    assertThat(process.exitCode()).isEqualTo(3);
    assertThat(process.err()).startsWith("style-transfer: standard input is not an image: ");
  }
}
