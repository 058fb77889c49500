package io.github.styletransfer.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.cli.ProgramProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program on a cluster of two executors. */
@DisabledOnOs(OS.WINDOWS)
class StyleTransferOnSparkIT {
  private static final GoldenCase GOLDEN = GoldenCase.EVEN_MAX;
  private static final int PHOTOS = 6;
  private static final List<String> PATCHES =
      List.of("batch", "--content=photos", "--method=patches", "--threads=1");

  @TempDir private Path folder;

  private Path work;
  private LocalCluster cluster;

  @BeforeEach
  void makePhotosAndACluster() throws IOException {
    work = Files.createDirectories(folder.resolve("cluster"));
    Files.createDirectories(work.resolve("photos"));
    for (int i = 0; i < PHOTOS; i++) {
      Path photo = Files.copy(GOLDEN.file("content.png"), work.resolve("photos/p" + i + ".png"));
      Files.write(photo, new byte[i], StandardOpenOption.APPEND);
    }
    Files.copy(GOLDEN.file("style.png"), work.resolve("sea.png"));
    cluster = new LocalCluster(work).set("spark.speculation", "true");
  }

  @Test
  void resultsAreThoseOfOneMachineAndADamagedPhotoIsReported() throws Exception {
    Files.writeString(work.resolve("photos/p2.png"), "damaged");
    List<String> args = with(PATCHES, "--style=sea.png", "--size=32");

    LocalCluster.Ended ended = submit(with(args, "--output=clustered"));
    ProgramProcess alone = ProgramProcess.start(work, with(args, "--output=alone"));

    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(12);
    assertThat(alone.exitCode()).isEqualTo(12);
    List<String> names = names(work.resolve("alone"));
    assertThat(names).hasSize(PHOTOS - 1);
    assertThat(names(work.resolve("clustered"))).isEqualTo(names);
    for (String name : names) {
      assertThat(work.resolve("clustered").resolve(name))
          .hasSameBinaryContentAs(work.resolve("alone").resolve(name));
    }
    assertThat(ended.out().lines())
        .hasSize(PHOTOS - 1)
        .contains("file:" + work.resolve("clustered/p0-sea.jpg"));
    assertThat(ended.err()).contains("Not done: file:" + work.resolve("clustered/p2-sea.jpg"));
    assertThat(rows("clustered"))
        .filteredOn(row -> row.contains("\"status\":\"failed\""))
        .singleElement()
        .asString()
        .contains("file:" + work.resolve("photos/p2.png"), "\"code\":3");
    assertThat(entries("clustered")).hasSize(PHOTOS - 1);

    LocalCluster.Ended again = submit(with(args, "--output=clustered"));

    assertThat(again.err()).contains("1 picture to paint, 5 done before");
    assertThat(again.exitCode()).isEqualTo(12);
  }

  @Test
  void aKilledExecutorLosesNothingAndDoublesNothing() throws Exception {
    List<String> args =
        List.of(
            "batch",
            "--content=photos",
            "--style=sea.png",
            "--network=wavelet",
            "--size=40",
            "--iterations=60",
            "--threads=1",
            "--name={content}-{style}.png");
    CompletableFuture<LocalCluster.Ended> running =
        CompletableFuture.supplyAsync(() -> submitted(with(args, "--output=clustered")));
    Path entries = work.resolve("clustered/_style-transfer/done");
    Optional<ProcessHandle> executor = Optional.empty();
    while (!running.isDone() && executor.isEmpty()) {
      Thread.sleep(50);
      if (hasEntry(entries)) {
        executor = executor();
      }
    }
    executor.ifPresent(ProcessHandle::destroyForcibly);
    LocalCluster.Ended ended = running.get();

    assertThat(executor).as(ended.err()).isPresent();
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).contains("Lost executor");
    assertThat(entries("clustered")).hasSize(PHOTOS);
    ProgramProcess alone = ProgramProcess.start(work, with(args, "--output=alone", "--jobs=1"));
    assertThat(alone.exitCode()).as(alone.err()).isZero();
    List<String> names = names(work.resolve("alone"));
    assertThat(names(work.resolve("clustered"))).hasSize(PHOTOS).isEqualTo(names);
    for (String name : names) {
      assertThat(work.resolve("clustered").resolve(name))
          .hasSameBinaryContentAs(work.resolve("alone").resolve(name));
    }
  }

  private static boolean hasEntry(Path entries) throws IOException {
    return Files.isDirectory(entries)
        && names(entries).stream().anyMatch(name -> name.endsWith(".json"));
  }

  /** One of the two processes that do tasks. */
  private static Optional<ProcessHandle> executor() {
    return ProcessHandle.current()
        .descendants()
        .filter(
            process ->
                process
                    .info()
                    .commandLine()
                    .filter(line -> line.contains("CoarseGrainedExecutorBackend"))
                    .isPresent())
        .findFirst();
  }

  private LocalCluster.Ended submitted(List<String> args) {
    try {
      return submit(args);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private LocalCluster.Ended submit(List<String> args) throws IOException, InterruptedException {
    return cluster.submit(
        Path.of(Objects.requireNonNull(System.getProperty("program.jar"))),
        StyleTransferOnSpark.class.getName(),
        args);
  }

  private static List<String> with(List<String> args, String... more) {
    return Stream.concat(args.stream(), Stream.of(more)).toList();
  }

  /** All files of a folder of results, hidden ones included, but for locks. */
  private static List<String> names(Path results) throws IOException {
    try (Stream<Path> files = Files.list(results)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".lock"))
          .sorted()
          .toList();
    }
  }

  private List<String> entries(String results) throws IOException {
    return names(work.resolve(results).resolve("_style-transfer/done"));
  }

  /** What the batch says has become of its jobs. */
  private List<String> rows(String results) throws IOException {
    List<String> rows = new ArrayList<>();
    for (String name : names(work.resolve(results).resolve("_style-transfer"))) {
      rows.addAll(Files.readAllLines(work.resolve(results).resolve("_style-transfer/" + name)));
    }
    return rows;
  }
}
