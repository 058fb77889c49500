package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about words on a command line that mean something else than they say. */
class MisspeltArgumentsTest {
  private static final String SEE_HELP = "Run 'style-transfer --help' for all options.\n";

  @TempDir private Path folder;
  private Program program;

  @BeforeEach
  void setUp() {
    program = new Program(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "--contnet a.jpg | Unknown option '--contnet': did you mean --content?",
        "--style-wieght 3 | Unknown option '--style-wieght': did you mean --style-weight?",
        "--stile-weight=3 | Unknown option '--stile-weight': did you mean --style-weight?",
        "--sz 3 | Unknown option '--sz': did you mean --size?",
        "-size 3 | Unknown option '-size': did you mean --size?",
        "--Size=3 | Unknown option '--Size': did you mean --size?",
        "--no-mach-colors | Unknown option '--no-mach-colors': did you mean --no-match-colors?",
        "--xyzzy | Unknown option '--xyzzy'.",
        "--contnet a --stlye b | Unknown option '--contnet': did you mean --content? Unknown option"
            + " '--stlye': did you mean --style?",
        "--style a.jpg b.jpg | --style takes one value, but was given several: 'a.jpg', 'b.jpg'."
            + " Name one (a pattern such as *.jpg can stand for several), and put a name with spaces"
            + " in quotes.",
        "--style=a b c d --size 3 | --style takes one value, but was given several: 'a', 'b', 'c',"
            + " .... Name one (a pattern such as *.jpg can stand for several), and put a name with"
            + " spaces in quotes.",
        "--style a a | --style takes one value, but was given several: 'a', 'a'. Name one (a pattern"
            + " such as *.jpg can stand for several), and put a name with spaces in quotes.",
        "--resume yes | --resume takes no value: 'yes' is left over.",
        "./a.jpg | './a.jpg' belongs to no option: images are named with --content and --style.",
      })
  void areNamedWithWhatIsMeant(String line, String message) {
    program.run(line.split(" ", -1));

    assertThat(program.err()).isEqualTo("style-transfer: " + message + "\n" + SEE_HELP);
    assertThat(program.exitCode()).isEqualTo(2);
  }
}
