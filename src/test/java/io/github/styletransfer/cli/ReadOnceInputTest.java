package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.storage.FileDigests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images from named pipes and devices. */
@Timeout(120)
@EnabledOnOs({OS.LINUX, OS.MAC})
class ReadOnceInputTest extends ProgramFixture {
  private static final GoldenCase GOLDEN = GoldenCase.ODD_AVG;

  @Test
  void paintsAsFromAFile() throws Exception {
    Path pipe = pipe("pipe");
    run(GOLDEN.file("content.png"), "--output=one.png", "--strip-metadata");
    CompletableFuture<Void> writer = write(GOLDEN.file("content.png"), pipe);
    run(pipe, "--output=two.png", "--resume", "--strip-metadata");
    writer.join();

    assertThat(program.exitCode()).isZero();
    assertThat(folder.resolve("output/two.png"))
        .hasSameBinaryContentAs(folder.resolve("output/one.png"));
    assertThat(folder.resolve("records/run.json"))
        .content()
        .contains(FileDigests.sha256(GOLDEN.file("content.png")), "\"" + pipe + "\"");

    program.run("rerun", folder.resolve("records").toString());
    assertThat(program.exitCode()).isEqualTo(3);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer rerun: The run can't be repeated: the content image came from "
                + pipe
                + ", and is gone. Start a new run with that image, or with a copy of it in a"
                + " file.\n");
  }

  @Test
  void resumesByWhatCameThroughThePipe() throws Exception {
    Path pipe = pipe("pipe");
    run(GOLDEN.file("content.png"), "--output=o.png");
    CompletableFuture<Void> writer = write(GOLDEN.file("content.png"), pipe);
    try (LogLines log = new LogLines()) {
      run(pipe, "--output=o.png", "--resume");
      assertThat(log.all()).contains("This run has already finished");
    }
    writer.join();
    assertThat(program.exitCode()).isZero();
  }

  @Test
  void saysWhatItWaitsFor() throws Exception {
    Path pipe = pipe("pipe");
    try (LogLines log = new LogLines()) {
      CompletableFuture<Void> run = CompletableFuture.runAsync(() -> run(pipe, "--output=o.png"));
      String waiting = "Waiting for the content image from " + pipe;
      while (!log.warnings().contains(waiting)) {
        Thread.sleep(50);
      }
      write(GOLDEN.file("content.png"), pipe).join();
      run.join();
    }
    assertThat(program.exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/dev/zero | is not an image: it looks like",
        "/dev/null | No content image came from /dev/null: it is empty.",
      })
  void refusesDevicesThatGiveNoImage(Path device, String message) {
    assumeTrue(Files.exists(device));
    run(device, "--output=o.png");

    assertThat(program.exitCode()).isEqualTo(3);
    assertThat(program.err()).startsWith("style-transfer: ").contains(device.toString(), message);
  }

  @Test
  void namesThePipeThatADamagedImageCameFrom() throws Exception {
    Path pipe = pipe("pipe");
    Path half = folder.resolve("half.png");
    byte[] whole = Files.readAllBytes(GOLDEN.file("content.png"));
    Files.write(half, java.util.Arrays.copyOf(whole, whole.length / 2));
    CompletableFuture<Void> writer = write(half, pipe);
    run(pipe, "--output=o.png");
    writer.join();

    assertThat(program.err())
        .isEqualTo(
            "style-transfer: "
                + pipe
                + " is a damaged or incomplete PNG file. Copy, download or export it again.\n");
  }

  @Test
  void refusesANetworkFromAPipe() throws Exception {
    Path pipe = pipe("pipe");
    program.run(
        "--content=" + GOLDEN.file("content.png"),
        "--style=" + GOLDEN.file("style.png"),
        "--network=" + pipe,
        "--output=o.png");

    assertThat(program.exitCode()).isEqualTo(4);
    assertThat(program.err())
        .startsWith(
            "style-transfer: " + pipe + " is not a file but a device or pipe. Give the path");
  }

  @Test
  void takesOneImageFromStandardInput() {
    program.run("--content=-", "--style=/dev/stdin", "--output=o.png");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: Standard input holds one image: it can't be used for --content and"
                + " --style at once.\n");
  }

  private void run(Path content, String... more) {
    String[] args = {
      "--content=" + content,
      "--style=" + GOLDEN.file("style.png"),
      "--network=" + GOLDEN.file("network.mat"),
      "--log-dir=" + folder.resolve("records"),
      "--iterations=2",
      "--checkpoints=0",
      "--seed=1"
    };
    String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    program.run(all);
  }

  private Path pipe(String name) throws IOException, InterruptedException {
    Path pipe = folder.resolve(name);
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
    assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor()).isZero();
    return pipe;
  }

  private static CompletableFuture<Void> write(Path file, Path pipe) {
    return CompletableFuture.runAsync(
        () -> {
          try (var out = Files.newOutputStream(pipe, java.nio.file.StandardOpenOption.WRITE)) {
            Files.copy(file, out);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
