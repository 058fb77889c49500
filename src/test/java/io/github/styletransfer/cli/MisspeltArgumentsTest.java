package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about words on a command line that mean something else than they say. */
class MisspeltArgumentsTest extends ProgramFixture {
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
        "-style a.jpg | Unknown option '-style': did you mean --style?",
        "--style=a b c d --size 3 | --style takes one value, but was given several: 'a', 'b', 'c',"
            + " .... Put commas between names to mix several (a pattern such as *.jpg can match"
            + " several files), and put a name with spaces in quotes.",
        "--output a a | --output takes one value, but was given several: 'a', 'a'. Name one (a"
            + " pattern such as *.jpg can match several files), and put a name with spaces in"
            + " quotes.",
        "--resume yes | --resume takes no value: 'yes' is left over.",
        "./a.jpg | There is no painting: name it after the photo, or with --style.",
        "--style a.jpg | There is no photo: name it with --content, or without an option.",
        "--content a --style b c | --style takes one value, but was given several: 'b', 'c'. Put commas"
            + " between names to mix several (a pattern such as *.jpg can match several files), and"
            + " put a name with spaces in quotes.",
        "a --content b --style c | 'a' is left over: the photo and the painting are named already.",
        "a b c d | A run has one photo and one painting, but 4 images are named: 'a', 'b', 'c', ...."
            + " To mix paintings, put commas between them: photo.jpg a.jpg,b.jpg. To paint many"
            + " photos, use style-transfer batch.",
      })
  void areNamedWithWhatIsMeant(String line, String message) {
    program.run(line.split(" ", -1));

    assertThat(program.err()).isEqualTo("style-transfer: " + message + "\n" + SEE_HELP);
    assertThat(program.exitCode()).isEqualTo(2);
  }

  @Test
  void includeImagesBesideThoseThatExist() throws IOException {
    Files.createDirectories(folder.resolve("input/style"));
    Files.createFile(folder.resolve("input/skyline.jpg"));
    Files.createFile(folder.resolve("input/style/swirls.jpg"));
    program.run("--content=skylin.jpg", "--style=swirls.jpg", "--output=o.jpg");
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: The content image skylin.jpg does not exist, nor is it in"
                + " input/content/ or input/. Did you mean input/skyline.jpg?\n");

    program.run("--content=skyline.jpg", "--style=swirls.png", "--output=o.jpg");
    assertThat(program.err()).endsWith("Did you mean input/style/swirls.jpg?\n");
    assertThat(program.exitCode()).isEqualTo(3);
  }

  @Test
  void includeWordsThatOptionsTake() {
    program.run(Program.goldenArgs(GoldenCase.ODD_AVG, "--output=o.png", "--init=nosie"));
    assertThat(program.err())
        .isEqualTo("style-transfer: The initial image nosie does not exist. Did you mean noise?\n");

    program.run(
        "--content=" + GoldenCase.ODD_AVG.file("content.png"),
        "--style=" + GoldenCase.ODD_AVG.file("style.png"),
        "--network=wavlet",
        "--output=o.png");
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: --network takes a file, thin or wavelet, and 'wavlet' is none of them: did you"
                + " mean wavelet?\n"
                + SEE_HELP);
  }
}
