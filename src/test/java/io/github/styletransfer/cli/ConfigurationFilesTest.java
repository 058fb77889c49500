package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about configuration files, which it names with the line. */
class ConfigurationFilesTest extends ProgramFixture {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iterations=many | 4: iterations must be a whole number, or two or three such as 60,20,150, not 'many'",
        "iterations=0 | 4: iterations must be 1 or more, not 0",
        "learning-rate=0 | 4: learning-rate must be more than 0, not 0",
        "size= | 4: size must be a whole number of pixels, or full, not ''",
        "optimizer=sgd | 4: optimizer must be adam or lbfgs, not 'sgd'",
        "match-colors=perhaps | 4: match-colors must be true or false, not 'perhaps'",
        "checkpoints=-1 | 4: checkpoints must be 0 or more, not -1",
        "style-layers=relu1_1:x | 4: style-layers must name layers with or without weights, such as"
            + " relu4_2 or relu4_2:0.5, not 'relu1_1:x'",
        "zise=3 | 4: unknown key 'zise': did you mean size? Keys are the options' long names without"
            + " dashes, such as style-weight=300.",
      })
  void saysWhichLineIsWrong(String line, String message) throws IOException {
    Files.writeString(
        folder.resolve(".style-transfer.properties"),
        "# my own\ntv-weight : \\\n 3\n" + line + "\n");
    run();

    assertThat(program.err())
        .isEqualTo(
            "style-transfer: ~/.style-transfer.properties, line " + message + "\n" + SEE_HELP);
    assertThat(program.exitCode()).isEqualTo(2);
  }

  @Test
  void namesTheFileThatTheValueIsFrom() throws IOException {
    Files.writeString(folder.resolve(".style-transfer.properties"), "iterations=-5\n");
    Path file = Files.writeString(folder.resolve("p"), "\ufeff\n\r\n iterations = -7 \n");
    run("--config=" + file);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: "
                + file
                + ", line 3: iterations must be 1 or more, not -7\n"
                + SEE_HELP);

    run("--config=none", "--config=" + file, "--iterations=-9");
    assertThat(program.err())
        .isEqualTo("style-transfer: --iterations must be 1 or more, not -9\n" + SEE_HELP);
  }

  @Test
  void refusesWhatIsNoText() throws IOException {
    run("--config=" + folder);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: The configuration file "
                + folder
                + " can't be read: it is a folder.\n"
                + SEE_HELP);

    Path file = Files.writeString(folder.resolve("p"), "size=3\ninit=\\u00zz");
    run("--config=" + file);
    assertThat(program.err())
        .isEqualTo(
            "style-transfer: The configuration file "
                + file
                + " can't be read: line 2 has a \\u without four hexadecimal digits after it.\n"
                + SEE_HELP);
  }

  private void run(String... more) {
    String[] args = new String[more.length + 1];
    System.arraycopy(more, 0, args, 0, more.length);
    args[more.length] = "--output=o.png";
    program.run(Program.goldenArgs(GoldenCase.ODD_AVG, args));
  }
}
