package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.job.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of runs that are killed, stopped, short of disk space or started twice: {@code
 * ./mvnw verify -Presilience}. Each prints how many of its runs ended with the bytes of an
 * undisturbed one.
 */
class ResilienceStudy {
  private static final int RUNS = 20;
  private static final GoldenCase GOLDEN = GoldenCase.EVEN_MAX;

  /** Runs of some seconds: optimiser, network, iterations. */
  private static final List<List<String>> KINDS =
      List.of(
          List.of("--optimizer=adam", "--network=" + GOLDEN.file("network.mat"), "2000"),
          List.of("--optimizer=lbfgs", "--network=" + GOLDEN.file("network.mat"), "2000"),
          List.of("--optimizer=adam", "--network=wavelet", "500"),
          List.of("--optimizer=lbfgs", "--network=wavelet", "500"));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"KILL", "INT"})
  void aRunThatIsStoppedAndGoneOnWithEndsWithTheSameBytes(String signal) throws Exception {
    Random random = new Random(signal.hashCode());
    List<Map<String, String>> expected = new ArrayList<>();
    List<Duration> times = new ArrayList<>();
    for (int kind = 0; kind < KINDS.size(); kind++) {
      long start = System.nanoTime();
      assertThat(start(kind, "whole" + kind, List.of()).exitCode()).isZero();
      times.add(Duration.ofNanos(System.nanoTime() - start));
      expected.add(contents("whole" + kind));
    }
    int equal = 0;
    int interruptions = 0;
    for (int run = 0; run < RUNS; run++) {
      int kind = run % KINDS.size();
      String name = "run" + run;
      ProgramProcess process = start(kind, name, List.of("--save-state-every=1s"));
      int stops = 1 + random.nextInt(3);
      for (int stop = 0; stop < stops; stop++) {
        Thread.sleep((long) (times.get(kind).toMillis() * random.nextDouble()));
        if (process.isAlive()) {
          process.signal(signal);
          interruptions++;
        }
        process.exitCode();
        process = start(kind, name, List.of("--save-state-every=1s", "--resume"));
      }
      assertThat(process.exitCode()).as(process.err()).isZero();
      equal += contents(name).equals(expected.get(kind)) ? 1 : 0;
    }
    say(
        "%s: %d of %d runs equal the undisturbed ones, after %d interruptions"
            .formatted(signal, equal, RUNS, interruptions));
    assertThat(equal).isEqualTo(RUNS);
  }

  @Test
  void aDiskThatIsFullForAWhileCostsNothing() throws Exception {
    Path disk = smallDisk();
    try {
      assertThat(start(0, "whole", List.of()).exitCode()).isZero();
      ProgramProcess process = start(0, "full", onDisk(disk));
      Path ballast = fillAfterFirstCheckpoint(disk, process);
      while (process.isAlive() && !process.err().contains("it is kept in memory")) {
        Thread.sleep(50);
      }
      Files.delete(ballast);

      assertThat(process.exitCode()).as(process.err()).isZero();
      assertThat(process.err()).contains("it is kept in memory and tried again later");
      assertThat(images(disk.resolve("out"), "full")).isEqualTo(images(folder, "whole"));
      say("full disk, then free: all files there and equal");
    } finally {
      unmount(disk);
    }
  }

  @Test
  void aDiskThatStaysFullIsReportedAndTheResultSavedElsewhere() throws Exception {
    Path disk = smallDisk();
    try {
      assertThat(start(0, "whole", List.of()).exitCode()).isZero();
      ProgramProcess process = start(0, "full", onDisk(disk));
      fillAfterFirstCheckpoint(disk, process);

      assertThat(process.exitCode()).isEqualTo(ExitCode.OUTPUT.code());
      assertThat(process.out()).isEmpty();
      assertThat(process.err()).contains("These files are missing or incomplete");
      String rescued = process.err().replaceAll("(?s).*was saved as (\\S+) instead.*", "$1");
      assertThat(Path.of(rescued)).hasSameBinaryContentAs(folder.resolve("whole.png"));
      Files.delete(Path.of(rescued));
      say("full disk to the end: exit code 5, missing files named, result saved elsewhere");
    } finally {
      unmount(disk);
    }
  }

  @Test
  void aSecondRunOnOneResultIsRefusedAndTheFirstGoesOn() throws Exception {
    assertThat(start(0, "whole", List.of()).exitCode()).isZero();
    ProgramProcess first = start(0, "same", List.of());
    while (!Files.exists(folder.resolve("same_0.png"))) {
      Thread.sleep(10);
    }
    ProgramProcess second = start(0, "same", List.of());

    assertThat(second.exitCode()).isEqualTo(ExitCode.OUTPUT.code());
    assertThat(second.err()).contains("Another run is writing to");
    assertThat(first.exitCode()).isZero();
    assertThat(contents("same")).isEqualTo(contents("whole"));
    say("two runs on one result: the second refused, the first equal to an undisturbed one");
  }

  private ProgramProcess start(int kind, String name, List<String> more) throws IOException {
    List<String> args =
        new ArrayList<>(
            List.of(
                "--content=" + GOLDEN.file("content.png"),
                "--style=" + GOLDEN.file("style.png"),
                "--init=noise",
                "--seed=7",
                "--checkpoints=5",
                "--threads=1",
                KINDS.get(kind).get(0),
                KINDS.get(kind).get(1),
                "--iterations=" + KINDS.get(kind).get(2)));
    if (more.stream().noneMatch(arg -> arg.startsWith("--output="))) {
      args.add("--output=" + folder.resolve(name + ".png"));
      args.add("--log-dir=" + folder.resolve(name));
    }
    args.addAll(more);
    return ProgramProcess.start(folder, args);
  }

  /** The bytes of a run's result, checkpoints and losses, by what they are. */
  private Map<String, String> contents(String name) throws IOException {
    Map<String, String> contents = images(folder, name);
    contents.put("losses", Files.readString(folder.resolve(name).resolve("losses.csv")));
    return contents;
  }

  private static Map<String, String> images(Path place, String name) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(place)) {
      for (Path file : files.toList()) {
        String fileName = file.getFileName().toString();
        // The number of the image at which a run was interrupted depends on the moment.
        String what = fileName.replaceFirst("^" + name + "(_\\d+00|_0)?\\.png$", "image$1");
        if (!what.equals(fileName)) {
          contents.put(
              what,
              new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
        }
      }
    }
    return contents;
  }

  private Path smallDisk() throws IOException, InterruptedException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    int mounted =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk.toString())
            .redirectErrorStream(true)
            .start()
            .waitFor();
    assumeThat(mounted).as("mounting a small disk takes root").isZero();
    return disk;
  }

  private static void unmount(Path disk) throws IOException, InterruptedException {
    new ProcessBuilder("umount", disk.toString()).start().waitFor();
  }

  private static List<String> onDisk(Path disk) {
    return List.of("--output=" + disk.resolve("out/full.png"), "--log-dir=" + disk.resolve("logs"));
  }

  private static Path fillAfterFirstCheckpoint(Path disk, ProgramProcess process)
      throws IOException, InterruptedException {
    while (!Files.exists(disk.resolve("out/full_0.png"))) {
      assertThat(process.isAlive()).as(process.err()).isTrue();
      Thread.sleep(5);
    }
    Path ballast = disk.resolve("ballast");
    new ProcessBuilder("dd", "if=/dev/zero", "of=" + ballast, "bs=1M")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    return ballast;
  }

  private static void say(String text) {
    org.slf4j.LoggerFactory.getLogger(ResilienceStudy.class).info(text);
  }
}
