package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What shells make of a command line that has been begun. Those that aren't there are left out. */
class CompletionTest extends ProgramFixture {
  private static final int PATIENCE_SECONDS = 60;

  /** Parts a line into words as bash does, and prints what it is completed to. */
  private static final String COMPLETE_IN_BASH =
      """
      source "$1"
      COMP_LINE=$2
      COMP_POINT=${#COMP_LINE}
      parted=${COMP_LINE//=/ = }
      parted=${parted//:/ : }
      read -ra COMP_WORDS <<<"$parted"
      [[ $COMP_LINE == *" " ]] && COMP_WORDS+=("")
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _style_transfer
      printf '%s\\n' "${COMPREPLY[@]}"
      """;

  @BeforeEach
  void makeImages() throws IOException {
    Files.createDirectories(folder.resolve("input/content"));
    Files.createDirectories(folder.resolve("input/style"));
    Files.createFile(folder.resolve("input/content/lake.jpg"));
    Files.createFile(folder.resolve("input/style/mosaic.jpg"));
    Files.createFile(folder.resolve("mine.jpg"));
  }

  private Path script(String shell) throws IOException {
    program.run("completion", shell);
    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
    return Files.writeString(folder.resolve("script"), program.out());
  }

  private List<String> output(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return output.lines().toList();
  }

  private static void assumeThere(String shell) {
    assumeTrue(
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
            .anyMatch(place -> Files.isExecutable(Path.of(place, shell))),
        shell + " isn't there");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--pool | --pooling",
        "\"--pooling \" | max avg",
        "--pooling=m | max",
        "--no-keep | --no-keep-colors",
        "\"--content-layers \" | conv1_1 relu1_1",
        "--style-layers=relu1_1,relu2_ | relu1_1,relu2_1 relu1_1,relu2_2",
        "--chroma 4:2: | 2 0",
        "--size f | full",
        "--preset f | fine",
        "--init no | noise",
        "--content la | lake.jpg",
        "-s mo | mosaic.jpg",
        "la | lake.jpg",
        "lake.jpg mo | mosaic.jpg",
        "lake.jpg mi | mine.jpg",
        "fet | fetch",
        "\"fetch \" | vgg19 thin",
        "fetch --sh | --sha256",
        "batch --fail | --fail-fast",
        "batch --jobs a | auto",
        "help ba | batch",
        "--log-dir in | input",
        "\"completion \" | bash zsh fish",
      })
  void completesInBash(String line, String completions) throws IOException {
    assumeThere("bash");
    List<String> found =
        output(
            "bash",
            "-c",
            COMPLETE_IN_BASH,
            "-",
            script("bash").toString(),
            "style-transfer " + line);

    assertThat(found)
        .contains(completions.split(" ", -1))
        .noneMatch(word -> word.contains("error"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--pool | --pooling",
        "\"--pooling \" | max avg",
        "--style-layers relu1_1,relu2_ | relu1_1,relu2_1",
        "-s mo | mosaic.jpg",
        "lake.jpg mo | mosaic.jpg",
        "fet | fetch",
        "\"fetch \" | vgg19 thin",
        "fetch --sh | --sha256",
        "batch --jobs a | auto",
      })
  void completesInFish(String line, String completions) throws IOException {
    assumeThere("fish");
    List<String> found =
        output(
            "fish",
            "-c",
            "source " + script("fish") + "; complete -C 'style-transfer " + line + "'");

    assertThat(found.stream().map(completion -> completion.replaceFirst("\t.*", "")))
        .contains(completions.split(" ", -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void isWrittenAsTheShellWants(String shell) throws IOException {
    assumeThere(shell);
    assertThat(output(shell, "-n", script(shell).toString())).isEmpty();
  }

  @Test
  void knowsAllOptions() throws IOException {
    List<String> names = new ArrayList<>();
    program
        .commandLine()
        .getCommandSpec()
        .options()
        .forEach(option -> names.add(option.longestName()));
    for (String shell : List.of("bash", "zsh")) {
      assertThat(Files.readString(script(shell))).contains(names);
    }
    assertThat(Files.readString(script("fish")))
        .contains(names.stream().map(name -> " -l " + name.substring(2) + " ").toList());
  }

  @Test
  void isRefusedForAnotherShell() {
    program.run("completion", "csh");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .startsWith("style-transfer completion: SHELL must be bash, zsh or fish, not 'csh'\n");
  }
}
