package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.network.PublishedNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** How the commands live side by side. */
class SubcommandsTest extends ProgramFixture {
  private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("io.github.styletransfer");

  @AfterEach
  void resetTheLog() {
    LOGGER.setLevel(Level.INFO);
  }

  @Test
  void standInTheHelp() {
    program.run("--help");
    assertThat(program.out())
        .contains(
            "\nOther commands, each with its own --help:\n",
            "\n  fetch  Downloads a network: VGG-19 (535 MB) or a thin one (4 MB).",
            "\n  check  Says which network a file has, and whether it is complete.\n");
  }

  @Test
  void haveHelpOfTheirOwn() {
    program.run("fetch", "--help");
    assertThat(program.exitCode()).isZero();
    assertThat(program.out())
        .contains(
            "\nUsage: style-transfer fetch [OPTIONS] [NETWORK]\n",
            "\n  5    an output or log file can't be written\n",
            "\n  8    the network file can't be downloaded\n",
            "https_proxy")
        .doesNotContain("--content", "\n  3 ");
    assertThat(program.out().replaceAll("\\s+", " "))
        .contains(
            "The network, vgg19 or thin (default: vgg19).",
            "Where to save the file (default: %s for vgg19, %s for thin)."
                .formatted(
                    PublishedNetwork.VGG19.defaultFile(), PublishedNetwork.THIN.defaultFile()));

    program.run("check", "--help");
    assertThat(program.exitCode()).isZero();
    assertThat(program.out())
        .contains("\nUsage: style-transfer check [OPTIONS] [FILE]\n", "\n  4   the network file");

    program.run("check", "--version");
    assertThat(program.out()).startsWith("style-transfer ");
  }

  @Test
  void areSuggestedForAWordThatIsNone() {
    program.run("fecth");
    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: There is no command or image 'fecth': did you mean the command fetch? All"
                + " commands are fetch, check, rerun, batch, styles, completion, help.\n"
                + SEE_HELP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fetch --ulr=x | style-transfer fetch: Unknown option '--ulr': did you mean --url?",
        "fetch x | style-transfer fetch: NETWORK must be vgg19 or thin, not 'x'",
        "fetch VGG-19 | style-transfer fetch: NETWORK must be vgg19 or thin, not 'VGG-19': did you"
            + " mean vgg19?",
        "fetch thin x | style-transfer fetch: fetch takes one NETWORK: 'x' is left over.",
        "check x y | style-transfer check: check takes one FILE: 'y' is left over.",
        "--content=c fetch | style-transfer: The command fetch can't be combined with --content",
        "--iterations=1 -q check x | style-transfer: The command check can't be combined with"
            + " --iterations",
        "photo.jpg fetch | style-transfer: The command fetch can't be combined with photo.jpg",
        "--config=x fetch | style-transfer: The command fetch can't be combined with --config",
        "fetch --sha256=12 | style-transfer fetch: --sha256 must have 64 hexadecimal digits, not '12'",
        "fetch --output= | style-transfer fetch: --output must not be empty",
        "fetch thin --output a b | style-transfer fetch: --output takes one value, but was given"
            + " several: 'a', 'b'. Name one (a pattern such as *.jpg can match several files), and"
            + " put a name with spaces in quotes.",
        "fetch --content=c | style-transfer fetch: Unknown option '--content'.",
      })
  void refuseWhatIsNotForThem(String line, String message) {
    program.run(line.split(" ", -1));

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err().lines().findFirst()).contains(message);
  }

  @Test
  void changeNothingForTheMainCommand() {
    program.run("-v");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: There is no photo and no painting: name them as in style-transfer"
                + " photo.jpg painting.jpg.\n"
                + SEE_HELP);
  }

  @Test
  void leaveTheirNamesToFilesOfTheMainCommand() {
    program.run("--content", "check", "--style", "fetch", "--output", "o.png");

    assertThat(program.exitCode()).isEqualTo(3);
    assertThat(program.err())
        .startsWith("style-transfer: The content image check does not exist, nor is it in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"style-wait=3", "iterations=many", "url=http://h/", "quiet=true"})
  void careForNoConfigurationFile(String line) throws IOException {
    Files.writeString(folder.resolve(".style-transfer.properties"), line + "\n");
    program.run("check", GoldenCase.ODD_AVG.file("network.mat").toString());

    assertThat(program.exitCode()).isZero();
    assertThat(program.err()).isEmpty();
    assertThat(LOGGER.getLevel()).isEqualTo(Level.INFO);
  }

  @ParameterizedTest
  @CsvSource({
    "check -q none.mat, WARN",
    "-q check none.mat, WARN",
    "check none.mat --verbose, DEBUG",
    "-v check none.mat, DEBUG",
    "check -v none.mat -q, WARN",
    "-q check none.mat -v, DEBUG",
    "check none.mat, INFO",
  })
  void obeyVerboseAndQuiet(String line, String level) {
    program.run(line.split(" ", -1));

    assertThat(program.exitCode()).isEqualTo(4);
    assertThat(LOGGER.getLevel()).isEqualTo(Level.toLevel(level));
  }

  @Test
  void takeArgumentsFromAFile() throws IOException {
    Path arguments = Files.writeString(folder.resolve("args"), "check\nnone.mat\n");
    program.run("@" + arguments);

    assertThat(program.exitCode()).isEqualTo(4);
    assertThat(program.err()).startsWith("style-transfer check: " + folder.resolve("none.mat"));
  }
}
