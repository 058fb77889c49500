package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.OutputFiles;
import io.github.styletransfer.run.OutputCheck;
import io.github.styletransfer.run.RunLock;
import io.github.styletransfer.run.StopSignals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --resume} and {@code rerun}, as a person uses them. */
class ResumeCommandTest extends ProgramFixture {
  private static final int ROWS = 5;

  private Path state;

  @BeforeEach
  void prepare() {
    state = folder.resolve("logs/o.png/state.bin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--optimizer=adam", "--optimizer=lbfgs", "--network=wavelet"})
  void goesOnToTheBytesOfAnUninterruptedRun(String option) throws IOException {
    program.run(args("--output=whole.png", option, "--seed=3"));
    assertThat(program.exitCode()).isZero();

    stopAfterSomeRows();
    program.run(args(option, "--seed=3"));
    assertThat(program.exitCode()).isEqualTo(130);
    assertThat(state).exists();
    assertThat(folder.resolve("output/o.png")).doesNotExist();

    program.signals(StopSignals.none());
    program.run(args(option, "--seed=3", "--resume"));
    assertThat(program.exitCode()).isZero();
    assertThat(folder.resolve("output/o.png"))
        .hasSameBinaryContentAs(folder.resolve("output/whole.png"));
    assertThat(folder.resolve("logs/o.png/losses.csv"))
        .hasSameBinaryContentAs(folder.resolve("logs/whole.png/losses.csv"));
  }

  @Test
  void keepsTheSeedThatWasDrawn() throws IOException {
    stopAfterSomeRows();
    program.run(args("--init=noise"));
    program.signals(StopSignals.none());
    program.run(args("--init=noise", "--resume"));

    assertThat(program.exitCode()).isZero();
  }

  @Test
  void refusesTheStateOfAnotherRunAndLeavesItAlone() throws IOException {
    stopAfterSomeRows();
    program.run(args("--seed=3"));
    program.signals(StopSignals.none());
    byte[] saved = Files.readAllBytes(state);
    program.run(args("--seed=3", "--resume", "--style-weight=7", "--style=" + other("style.png")));

    assertThat(program.exitCode()).isEqualTo(9);
    assertThat(program.err())
        .isEqualToNormalizingNewlines(
            "style-transfer: The saved state "
                + state
                + " belongs to another run: the style image is a different one; --style-weight was 500.0"
                + " and is now 7.0. Nothing was changed. Run without --resume to start from the"
                + " beginning.\n");
    assertThat(state).hasBinaryContent(saved);
    assertThat(folder.resolve("output/o.png")).doesNotExist();
  }

  @Test
  void refusesADamagedState() throws IOException {
    stopAfterSomeRows();
    program.run(args("--seed=3"));
    program.signals(StopSignals.none());
    byte[] saved = Files.readAllBytes(state);
    saved[saved.length / 2] ^= 1;
    Files.write(state, saved);
    program.run(args("--seed=3", "--resume"));

    assertThat(program.exitCode()).isEqualTo(9);
    assertThat(program.err())
        .contains("can't be used (its checksum is wrong). Nothing was changed.");
    assertThat(state).hasBinaryContent(saved);
  }

  @Test
  void beginsFromTheStartWhereNothingWasSaved() {
    program.run(args("--resume", "--iterations=2"));

    assertThat(program.exitCode()).isZero();
    assertThat(folder.resolve("output/o.png")).exists();
  }

  @Test
  void doesNotRepeatAFinishedRun() throws IOException {
    program.run(args("--iterations=3"));
    Path result = folder.resolve("output/o.png");
    FileTime old = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(result, old);

    program.run(args("--iterations=3", "--resume"));
    assertThat(program.exitCode()).isZero();
    assertThat(program.out().strip()).endsWith("o.png");
    assertThat(Files.getLastModifiedTime(result)).isEqualTo(old);

    Files.delete(state);
    program.run(args("--iterations=3", "--resume"));
    assertThat(program.exitCode()).isZero();
    assertThat(Files.getLastModifiedTime(result)).isEqualTo(old);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesToReplaceAFinishedRunByAnother(boolean withState) throws IOException {
    program.run(args("--iterations=3", "--seed=3"));
    byte[] result = Files.readAllBytes(folder.resolve("output/o.png"));
    if (!withState) {
      Files.delete(state);
    }
    program.run(args("--iterations=3", "--seed=3", "--style-weight=7", "--resume"));

    assertThat(program.exitCode()).isEqualTo(9);
    assertThat(program.err())
        .contains(
            ": --style-weight was 500.0 and is now 7.0. Nothing was changed. Run without --resume to"
                + " start from the beginning.");
    assertThat(folder.resolve("output/o.png")).hasBinaryContent(result);

    program.run(args("--iterations=2", "--seed=3", "--resume"));
    assertThat(program.exitCode()).isEqualTo(9);
    assertThat(program.err()).contains("--iterations was 3 and is now 2.");
    assertThat(folder.resolve("output/o.png")).hasBinaryContent(result);
  }

  @Test
  void prolongsAFinishedRunToTheBytesOfALongerOne() throws IOException {
    program.run(
        args(
            "--output=whole.png",
            "--iterations=12",
            "--seed=3",
            "--checkpoints=0",
            "--strip-metadata"));
    program.run(args("--iterations=5", "--seed=3", "--checkpoints=0", "--strip-metadata"));
    program.run(
        args("--iterations=9", "--seed=3", "--checkpoints=0", "--strip-metadata", "--resume"));
    program.run(
        args("--iterations=12", "--seed=3", "--checkpoints=0", "--strip-metadata", "--resume"));

    assertThat(program.exitCode()).isZero();
    assertThat(folder.resolve("output/o.png"))
        .hasSameBinaryContentAs(folder.resolve("output/whole.png"));
    assertThat(folder.resolve("logs/o.png/losses.csv"))
        .hasSameBinaryContentAs(folder.resolve("logs/whole.png/losses.csv"));

    FileTime old = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(folder.resolve("output/o.png"), old);
    program.run(
        args("--iterations=12", "--seed=3", "--checkpoints=0", "--strip-metadata", "--resume"));
    assertThat(program.exitCode()).isZero();
    assertThat(Files.getLastModifiedTime(folder.resolve("output/o.png"))).isEqualTo(old);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--optimizer=lbfgs", "--network=wavelet"})
  void aProlongedRunIsRepeatedToTheByte(String option) throws IOException {
    program.run(args("--iterations=8", "--seed=3", option));
    byte[] shorter = Files.readAllBytes(folder.resolve("output/o.png"));
    program.run(args("--iterations=12", "--seed=3", option, "--resume"));
    assertThat(program.exitCode()).isZero();
    assertThat(Files.readAllBytes(folder.resolve("output/o.png"))).isNotEqualTo(shorter);
    assertThat(Files.readAllLines(folder.resolve("logs/o.png/losses.csv")))
        .hasSizeGreaterThan(10)
        .last()
        .asString()
        .startsWith("12,");

    program.run("rerun", "logs/o.png/run.json");
    assertThat(program.exitCode()).isZero();
  }

  @Test
  void goesOnWithAnInterruptedProlongation() throws IOException {
    program.run(args("--seed=3", "--optimizer=lbfgs", "--iterations=6"));
    Files.delete(folder.resolve("logs/o.png/losses.csv"));
    stopAfterSomeRows();
    program.run(args("--seed=3", "--optimizer=lbfgs", "--iterations=30", "--resume"));
    assertThat(program.exitCode()).isEqualTo(130);
    program.signals(StopSignals.none());
    program.run(args("--seed=3", "--optimizer=lbfgs", "--iterations=30", "--resume"));
    assertThat(program.exitCode()).isZero();
    program.run(
        args(
            "--seed=3",
            "--optimizer=lbfgs",
            "--iterations=6",
            "--more-iterations=24",
            "--output=whole.png"));

    assertThat(folder.resolve("output/o.png"))
        .hasSameBinaryContentAs(folder.resolve("output/whole.png"));
  }

  @Test
  void saysThatARunWithoutItsStateCannotBeProlonged() throws IOException {
    program.run(args("--iterations=3", "--seed=3", "--save-state-every=0"));
    assertThat(state).doesNotExist();
    byte[] result = Files.readAllBytes(folder.resolve("output/o.png"));
    program.run(args("--iterations=4", "--seed=3", "--resume"));

    assertThat(program.exitCode()).isEqualTo(9);
    assertThat(program.err())
        .contains(
            "run.json is finished, and can't be continued, as its state "
                + state
                + " is missing. Nothing was changed.");
    assertThat(folder.resolve("output/o.png")).hasBinaryContent(result);
  }

  @Test
  void writesTheResultOfAFinishedRunAgainAndLeavesAChangedOneAlone() throws IOException {
    Path result = folder.resolve("output/o.png");
    program.run(args("--iterations=3", "--seed=3"));
    byte[] made = Files.readAllBytes(result);
    Files.delete(result);
    program.run(args("--iterations=3", "--seed=3", "--resume"));
    assertThat(program.exitCode()).isZero();
    assertThat(result).hasBinaryContent(made);

    Files.writeString(result, "touched up by hand");
    for (String iterations : List.of("--iterations=3", "--iterations=4")) {
      program.run(args(iterations, "--seed=3", "--resume"));
      assertThat(program.exitCode()).isEqualTo(9);
      assertThat(program.err()).contains("o.png has changed since the run finished.");
      assertThat(result).hasContent("touched up by hand");
    }
  }

  @Test
  void savesNothingWhenToldSo() throws IOException {
    stopAfterSomeRows();
    program.run(args("--save-state-every=0"));

    assertThat(program.exitCode()).isEqualTo(130);
    assertThat(state).doesNotExist();
  }

  @Test
  void refusesASecondRunOnTheSameResult() throws Exception {
    OutputFiles files = OutputFiles.of(folder, "o.png", null);
    new OutputCheck(files, folder).prepareFolders();
    RunLock first = RunLock.of(files);
    program.run(args("--iterations=2", "--log-dir=elsewhere"));
    assertThat(program.exitCode()).isEqualTo(5);
    assertThat(program.err())
        .contains(
            "Another run is writing to "
                + folder.resolve("output/o.png")
                + ": wait until it has finished");
    program.run(args("--iterations=2", "--output=p.png", "--log-dir=logs/o.png"));
    assertThat(program.exitCode()).isEqualTo(5);
    assertThat(program.err()).contains("choose another --log-dir");
    first.close();

    program.run(args("--iterations=2"));
    assertThat(program.exitCode()).isZero();
    assertThat(folder.resolve("output/.o.png.lock")).doesNotExist();
  }

  @Test
  void aRecordedRunIsRepeatedToTheByte() throws IOException {
    program.run(args("--iterations=6", "--init=noise"));
    program.run("rerun", "logs/o.png");

    assertThat(program.exitCode()).isZero();
    assertThat(folder.resolve("output/o-rerun.png"))
        .hasSameBinaryContentAs(folder.resolve("output/o.png"));
    assertThat(folder.resolve("logs/o-rerun.png/losses.csv"))
        .hasSameBinaryContentAs(folder.resolve("logs/o.png/losses.csv"));
  }

  @Test
  void goesOnWithARepetitionThatWasStopped() throws IOException {
    program.run(args("--iterations=30", "--seed=3"));
    stopAfterSomeRows("o-rerun.png");
    program.run("rerun", "logs/o.png");
    assertThat(program.exitCode()).isEqualTo(130);

    program.signals(StopSignals.none());
    program.run("rerun", "logs/o.png", "--resume");
    assertThat(program.exitCode()).isZero();
    assertThat(folder.resolve("output/o-rerun.png"))
        .hasSameBinaryContentAs(folder.resolve("output/o.png"));
  }

  @Test
  void saysWhichInputOfARecordedRunHasChanged() throws IOException {
    Path style = other("style.png");
    program.run(args("--iterations=2", "--style=" + style));
    Files.copy(
        GoldenCase.EVEN_MAX.file("style.png"),
        style,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    program.run("rerun", "logs/o.png/run.json");

    assertThat(program.exitCode()).isEqualTo(3);
    assertThat(program.err())
        .isEqualToNormalizingNewlines(
            "style-transfer rerun: The run can't be repeated: the style image "
                + style
                + " has changed since it was recorded.\n");
  }

  @Test
  void aResultThatDiffersIsAFailure() throws IOException {
    program.run(args("--iterations=2", "--seed=4"));
    Path record = folder.resolve("logs/o.png/run.json");
    Files.writeString(
        record, Files.readString(record).replace("\"seed\" : \"4\"", "\"seed\" : \"5\""));
    program.run("rerun", "logs/o.png/run.json", "--output=" + folder.resolve("again.png"));

    assertThat(program.exitCode()).isEqualTo(10);
    assertThat(program.err()).contains("again.png differs from the recorded one");
  }

  @Test
  void saysThatAFolderHasNoRecord() {
    program.run("rerun", ".");
    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer rerun: "
                + folder.resolve(".")
                + " has no run.json in it. Give the log folder of a run, or the run.json in it.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[1, 2]", "{\"status\": \"finished\"}", "not json at all {"})
  void refusesAFileThatIsNoRecord(String text) throws IOException {
    Files.writeString(folder.resolve("run.json"), text);
    program.run("rerun", "run.json");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err()).contains("run.json can't be used (").doesNotContain("Exception");
  }

  /** The style image of the other golden case. */
  private Path other(String name) throws IOException {
    Path copy = folder.resolve(name);
    Files.copy(GoldenCase.ODD_AVG.file(name), copy);
    return copy;
  }

  /** Of options given twice the later ones. */
  private static String[] args(String... more) {
    Map<String, String> args = new LinkedHashMap<>();
    for (String arg :
        Program.goldenArgs(GoldenCase.EVEN_MAX, "--output=o.png", "--iterations=40")) {
      args.put(arg.replaceFirst("=.*", ""), arg);
    }
    for (String arg : more) {
      args.put(arg.replaceFirst("=.*", ""), arg);
    }
    return args.values().toArray(String[]::new);
  }

  /** Ctrl-C once the next run has some rows in its losses.csv. */
  private void stopAfterSomeRows() {
    stopAfterSomeRows("o.png");
  }

  private void stopAfterSomeRows(String result) {
    Path losses = folder.resolve("logs").resolve(result).resolve("losses.csv");
    program.signals(onSignal -> watch(losses, onSignal));
  }

  private static StopSignals.Listener watch(Path losses, IntConsumer onSignal) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (!Files.exists(losses) || Files.readAllLines(losses).size() <= ROWS) {
                  Thread.sleep(1);
                }
                onSignal.accept(ExitCode.INTERRUPTED.code());
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return thread::interrupt;
  }
}
