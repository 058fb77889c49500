package io.github.styletransfer.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The distribution, unpacked elsewhere than where it was made. */
@DisabledOnOs(OS.WINDOWS)
class DistributionIT {
  private static final String JAVA_OPTIONS = "STYLE_TRANSFER_JAVA_OPTIONS";

  @TempDir private static Path unpacked;
  private static Path home = Path.of("");

  @TempDir private Path folder;

  @BeforeAll
  static void unpack() throws IOException {
    String archive = Objects.requireNonNull(System.getProperty("program.distribution"));
    Path place = Files.createDirectory(unpacked.resolve("a folder"));
    Commands.run(List.of("tar", "-xzf", archive), place, Map.of());
    try (Stream<Path> inside = Files.list(place)) {
      home = inside.findFirst().orElseThrow();
    }
  }

  @Test
  void startsThroughLinksOnThePath() throws IOException {
    Path first = Files.createDirectories(folder.resolve("some where/bin"));
    Path second = Files.createDirectory(folder.resolve("path"));
    Files.createSymbolicLink(first.resolve("painter"), home.resolve("bin/style-transfer"));
    Files.createSymbolicLink(
        second.resolve("style-transfer"), Path.of("../some where/bin/painter"));

    String printed =
        Commands.run(
            List.of("sh", "-c", "PATH=$PWD/path:$PATH; style-transfer --version"),
            folder,
            Map.of());

    assertThat(printed).startsWith("style-transfer ").contains("\nJava ");
  }

  @Test
  void startsFromItsOwnFolder() throws IOException {
    assertThat(
            Commands.run(
                List.of("sh", "style-transfer", "--version"), home.resolve("bin"), Map.of()))
        .startsWith("style-transfer ");
  }

  @Test
  void itsJavaHasTheProgramsClassesAtHand() throws IOException {
    assumeThat(home.resolve("runtime/lib/server/classes.jsa")).exists();
    Path log = folder.resolve("classes.txt");
    Commands.run(
        command("--version"),
        folder,
        Map.of(JAVA_OPTIONS, "-Xlog:class+load:file=" + log.getFileName()));

    assertThat(Files.readAllLines(log))
        .filteredOn(line -> line.contains("io.github.styletransfer.cli.CommandLineRunner "))
        .singleElement()
        .asString()
        .contains("shared objects file");
  }

  @Test
  void aJarThatWasTouchedIsNoReasonToWarn() throws IOException {
    Path copy = folder.resolve("copy");
    Tree.copy(home, copy);
    Files.setLastModifiedTime(
        copy.resolve("lib/style-transfer.jar"), Files.getLastModifiedTime(folder));

    assertThat(
            Commands.run(
                List.of(copy.resolve("bin/style-transfer").toString(), "--version"),
                folder,
                Map.of()))
        .startsWith("style-transfer ");
  }

  @Test
  void paintsASamplePhotoInAnyFolder() throws IOException {
    Commands.run(
        command(
            "--content=lake.jpg",
            "--style=mosaic.jpg",
            "--size=32",
            "--method=patches",
            "--output=o.webp"),
        folder,
        cache());

    assertThat(folder.resolve("output/o.webp")).isNotEmptyFile();
  }

  @Test
  void computesOnANetworkWithoutUnpackingLibraries() throws IOException {
    Commands.run(
        command(
            "--content=lake.jpg",
            "--style=mosaic.jpg",
            "--size=32",
            "--network=wavelet",
            "--iterations=2",
            "--output=o.png"),
        folder,
        cache());

    assertThat(folder.resolve("output/o.png")).isNotEmptyFile();
    assertThat(Tree.of(folder)).noneMatch(file -> file.toString().contains(".so"));
  }

  @Test
  void hasItsSamplesAtHandInAnyFolder() throws IOException {
    Commands.run(command("@input/first-run", "--size=32"), folder, cache());
    assertThat(folder.resolve("output/first.png")).isNotEmptyFile();

    Commands.run(command("styles"), folder, cache());
    assertThat(folder.resolve("output/styles.png")).isNotEmptyFile();
  }

  @Test
  void hasPagesAndScriptsBesideIt() {
    assertThat(home.resolve("share/man/man1/style-transfer.1")).isNotEmptyFile();
    assertThat(home.resolve("share/man/man1/style-transfer-batch.1")).isNotEmptyFile();
    assertThat(home.resolve("share/bash-completion/completions/style-transfer")).isNotEmptyFile();
    assertThat(home.resolve("share/zsh/site-functions/_style-transfer")).isNotEmptyFile();
    assertThat(home.resolve("share/fish/vendor_completions.d/style-transfer.fish"))
        .isNotEmptyFile();
  }

  @Test
  void aSignalReachesTheProgram() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            command(
                "--content=lake.jpg",
                "--style=mosaic.jpg",
                "--size=600",
                "--method=patches",
                "--output=o.png"));
    builder.environment().putAll(cache());
    Path log = folder.resolve("log.txt");
    Process process =
        builder
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    while (process.isAlive() && !Files.readString(log).contains("Iteration 1")) {
      Thread.sleep(20);
    }
    Commands.run(List.of("kill", "-INT", Long.toString(process.pid())), folder, Map.of());

    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isEqualTo(130);
  }

  @Test
  void licencesAreInIt() throws IOException {
    assertThat(home.resolve("LICENSE")).isNotEmptyFile();
    assertThat(home.resolve("licences")).isDirectoryContaining("glob:**LICENSE*");
    assertThat(home.resolve("runtime/legal/java.base")).isNotEmptyDirectory();
  }

  private Map<String, String> cache() {
    return Map.of("STYLE_TRANSFER_CACHE", folder.resolve("cache").toString());
  }

  private static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/style-transfer").toString());
    command.addAll(List.of(arguments));
    return command;
  }
}
