package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.job.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Runs the program with arguments that nobody has looked at, and others that keep it from doing
 * anything: they can't be combined with the subcommands, and the log folder can't be created.
 */
final class HarmlessRun {
  private HarmlessRun() {}

  /** Runs the program and checks that it ends as it should with any arguments. */
  static void in(Path folder, String... arguments) throws IOException {
    Path image = folder.resolve("image.png");
    if (!Files.exists(image)) {
      Files.createFile(image);
    }
    Program program = new Program(folder);
    program.run(
        Stream.concat(
                Stream.of(
                    "--content=" + image,
                    "--style=" + image,
                    "--output=" + folder.resolve("o.png"),
                    "--log-dir=" + image.resolve("log")),
                Arrays.stream(arguments))
            .toArray(String[]::new));
    if (program.exitCode() == ExitCode.SUCCESS.code()) {
      assertThat(program.out()).isNotEmpty();
      assertThat(program.err()).isEmpty();
    } else {
      assertThat(program.exitCode())
          .isIn(ExitCode.USAGE.code(), ExitCode.IMAGE.code(), ExitCode.OUTPUT.code());
      assertThat(program.out()).isEmpty();
      assertThat(program.err())
          .matches("(?s)style-transfer( check| fetch| rerun)?: .*")
          .doesNotContain("\tat ", "style-transfer: null");
    }
  }
}
