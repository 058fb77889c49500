package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.job.OutputFiles;
import io.github.styletransfer.run.OutputCheck;
import io.github.styletransfer.run.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of files that are there where a run's files go. */
class OutputFilesTest extends ProgramFixture {
  @Test
  void aResumableLoopOverFoldersOfSameNamedFramesPaintsEachOnce() throws IOException {
    for (String frame : List.of("A/x.png", "B/x.png", "B/x.jpg")) {
      run("--output=" + frame, "--resume");
      assertThat(program.exitCode()).isZero();
      assertThat(folder.resolve(frame)).exists();
    }
    byte[] first = Files.readAllBytes(folder.resolve("A/x.png"));
    Files.delete(folder.resolve("B/x.jpg"));
    for (String frame : List.of("A/x.png", "B/x.png", "B/x.jpg")) {
      run("--output=" + frame, "--resume");
      assertThat(program.exitCode()).isZero();
    }

    assertThat(folder.resolve("A/x.png")).hasBinaryContent(first);
    assertThat(folder.resolve("B/x.jpg")).exists();
  }

  @Test
  void aResultNeedsAName() {
    run("--output=.png");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .isEqualToNormalizingNewlines(
            "style-transfer: The result .png has no name before its ending: give one such as"
                + " painting.png.\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"sea | sea.png", "sea.v2 | sea.png", "a/mr. smith at sea | a/mr. smith at sea.png"})
  void aResultNeedsAnEnding(String name, String suggested) {
    run("--output=" + name);

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .isEqualToNormalizingNewlines(
            "style-transfer: The result "
                + name
                + " must end in one of .bmp, .jpeg, .jpg, .png, .tif, .tiff, .webp: give one such as "
                + suggested
                + ".\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"o.png ", "o.png"})
  void spacesAtTheEndOfANameDoNotCount(String name) {
    run("--output=" + name);

    assertThat(program.err()).isEmpty();
    assertThat(folder.resolve("output/o.png")).exists();
  }

  @Test
  void followsALinkGivenAsTheResult() throws IOException {
    Path store = Files.createDirectories(folder.resolve("store"));
    Files.createDirectories(folder.resolve("output"));
    Path link = folder.resolve("output/o.png");
    Files.createSymbolicLink(link, Path.of("../store/painting"));
    run("--output=o.png");
    run("--output=o.png");

    assertThat(program.exitCode()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(store.resolve("painting")).isRegularFile();
    assertThat(store).isDirectoryNotContaining("glob:**.lock");
  }

  @Test
  void refusesLinksThatLeadNowhere() throws IOException {
    Files.createDirectories(folder.resolve("output"));
    Files.createSymbolicLink(folder.resolve("output/o.png"), Path.of("../none/painting.png"));
    run("--output=o.png");
    assertThat(program.exitCode()).isEqualTo(5);
    assertThat(program.err())
        .contains("o.png is a symbolic link to ", "whose folder doesn't exist: create it");

    Files.createSymbolicLink(folder.resolve("output/loop.png"), Path.of("loop.png"));
    run("--output=loop.png");
    assertThat(program.exitCode()).isEqualTo(5);
    assertThat(program.err()).contains("loop.png points to itself: remove it");
  }

  @Test
  void refusesTwoRunsOnOneFileByTwoNames() throws Exception {
    Files.createDirectories(folder.resolve("output"));
    Files.createSymbolicLink(folder.resolve("output/link.png"), Path.of("o.png"));
    OutputFiles files = OutputFiles.of(folder, "o.png", null);
    new OutputCheck(files, folder).prepareFolders();
    try (RunLock lock = RunLock.of(files)) {
      run("--output=link.png");
      assertThat(lock).isNotNull();
    }

    assertThat(program.exitCode()).isEqualTo(5);
    assertThat(program.err()).contains("Another run is writing to ");
  }

  @Test
  void refusesToReplaceWhatIsNoFile() throws IOException {
    Files.createDirectories(folder.resolve("output/o.png"));
    run("--output=o.png");

    assertThat(program.exitCode()).isEqualTo(5);
    assertThat(program.err()).contains("o.png is a folder: choose another --output name.");
  }

  @Test
  void takesLongNamesAsFarAsTheSystemDoes() {
    String longest = "n".repeat(240) + ".png";
    run("--output=" + longest, "--checkpoints=0");
    assertThat(program.exitCode()).isZero();
    assertThat(folder.resolve("output").resolve(longest)).exists();
    assertThat(folder.resolve("logs").resolve(longest).resolve("run.json")).exists();
  }

  @Test
  void saysThatANameIsTooLong() {
    String result = "n".repeat(252) + ".png";
    run("--output=" + result);
    assertThat(program.exitCode()).isEqualTo(5);
    assertThat(program.err())
        .startsWith("style-transfer: The name " + result + " can't be used (")
        .contains("): choose another --output name.");

    String checkpoint = "n".repeat(250);
    run("--output=" + checkpoint + ".png");
    assertThat(program.exitCode()).isEqualTo(5);
    assertThat(program.err())
        .startsWith("style-transfer: The checkpoint name " + checkpoint + "_1.png can't be used (");
    assertThat(folder.resolve("output")).doesNotExist();
  }

  @Test
  void aCheckpointDoesNotReplaceAnotherRunsResult() throws IOException {
    run("--output=frame_0.png");
    byte[] result = Files.readAllBytes(folder.resolve("output/frame_0.png"));
    run("--output=frame.png");

    assertThat(program.exitCode()).isEqualTo(5);
    assertThat(program.err())
        .contains(
            "A checkpoint of this run would replace "
                + folder.resolve("output/frame_0.png")
                + ", the result of another run (");
    assertThat(folder.resolve("output/frame_0.png")).hasBinaryContent(result);

    run("--output=frame.png", "--checkpoints=0");
    assertThat(program.exitCode()).isZero();
  }

  private void run(String... more) {
    String[] args = new String[more.length + 1];
    System.arraycopy(more, 0, args, 0, more.length);
    args[more.length] = "--iterations=2";
    program.run(Program.goldenArgs(GoldenCase.EVEN_MAX, args));
  }
}
