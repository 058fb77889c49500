package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.job.OutputFiles;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.run.OutputCheck;
import io.github.styletransfer.run.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a run's files go, and what becomes of those that are there. */
class OutputFilesTest {
  @TempDir private Path folder;
  private Program program;

  @BeforeEach
  void prepare() throws IOException {
    folder = folder.toRealPath();
    program = new Program(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "o.png, logs/o.png",
    "o.jpg, logs/o.jpg",
    "output/o.png, logs/o.png",
    "output/A/o.png, logs/A/o.png",
    "output/A/../o.png, logs/o.png",
    "o.v2.png, logs/o.v2.png"
  })
  void recordsOfTheOutputFolderMirrorIt(String output, String logs) throws UserException {
    assertThat(OutputFiles.of(folder, output, null).logDirectory()).isEqualTo(folder.resolve(logs));
  }

  @Test
  void everyResultHasALogFolderOfItsOwn() throws UserException {
    Set<Path> folders = new HashSet<>();
    List<String> results =
        List.of(
            "x.png",
            "x.jpg",
            "x.tif",
            "./x.png",
            "A/x.png",
            "B/x.png",
            "A/B/x.png",
            "C/B/x.png",
            "output/A/x.png",
            "../x.png",
            "/x.png",
            "output/output/x.png",
            "logs/x.png");
    for (String result : results) {
      folders.add(OutputFiles.of(folder, result, null).logDirectory());
    }

    assertThat(folders).hasSameSizeAs(results).allMatch(some -> some.startsWith(folder));
  }

  @Test
  void twoPathsToOneFolderShareTheLogFolder() throws Exception {
    Path real = Files.createDirectories(folder.resolve("real"));
    Files.createSymbolicLink(folder.resolve("link"), real);
    Files.createSymbolicLink(folder.resolve("output"), Files.createDirectory(real.resolve("out")));

    assertThat(OutputFiles.of(folder, "link/o.png", null).logDirectory())
        .isEqualTo(OutputFiles.of(folder, "real/o.png", null).logDirectory());
    assertThat(OutputFiles.of(folder, "real/out/o.png", null).logDirectory())
        .isEqualTo(folder.resolve("logs/o.png"));
  }

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
        .contains("o.png is a symbolic link to ", "whose folder doesn't exist: make it");

    Files.createSymbolicLink(folder.resolve("output/loop.png"), Path.of("loop.png"));
    run("--output=loop.png");
    assertThat(program.exitCode()).isEqualTo(5);
    assertThat(program.err()).contains("loop.png leads to itself: remove it");
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
        .startsWith("style-transfer: No file can be called " + result + " (")
        .contains("): choose another --output name.");

    String checkpoint = "n".repeat(250);
    run("--output=" + checkpoint + ".png");
    assertThat(program.exitCode()).isEqualTo(5);
    assertThat(program.err())
        .startsWith(
            "style-transfer: No file can be called "
                + checkpoint
                + "_1.png, as an image on the way to the result would be (");
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
