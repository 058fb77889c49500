package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is said about options that change nothing. Each run is refused before its first iteration.
 */
class IdleOptionsTest extends ProgramFixture {
  private static final GoldenCase GOLDEN = GoldenCase.EVEN_MAX;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--network=wavelet --pooling=avg | --pooling has no effect, as the network is the built-in one",
        "--network=wavelet --pooling=avg --kernel-layout=wh --beta1=0.5 --seed=3 | --kernel-layout,"
            + " --pooling, --beta1 and --seed have no effect, as the network is the built-in one, the"
            + " optimizer is lbfgs and the run doesn't start from noise",
        "--quality=90 --chroma=4:2:0 | --quality and --chroma have no effect, as the result is a PNG"
            + " file",
        "--history=5 | --history has no effect, as the optimizer is adam",
        "--optimizer=lbfgs --learning-rate=1 | --learning-rate has no effect, as the optimizer is"
            + " lbfgs",
        "--content-weight=0 --content-layers=relu4_2 | --content-layers has no effect, as the content"
            + " weight is 0",
      })
  void areNamedInOneLine(String line, String warning) {
    assertThat(warnings(line)).containsExactly(warning);
  }

  @Test
  void includeThreadsThatThereAreNoProcessorsFor() {
    assertThat(warnings("--threads=10000"))
        .containsExactly(
            "--threads 10000 is more than the "
                + Runtime.getRuntime().availableProcessors()
                + " processors that this process may use, and no faster");
  }

  @ParameterizedTest
  @CsvSource({
    "--pooling=max --kernel-layout=hw --learning-rate=3 --beta2=0.9 --seed=4 --threads=1",
    "--optimizer=lbfgs --history=3"
  })
  void areNotThoseThatApply(String line) {
    assertThat(warnings(line)).isEmpty();
  }

  @Test
  void areNotSettingsForAllCases() throws IOException {
    Files.writeString(
        folder.resolve(".style-transfer.properties"), "pooling=avg\nbeta1=0.5\nhistory=3\n");

    assertThat(warnings("--network=wavelet")).isEmpty();
  }

  private List<String> warnings(String line) {
    List<String> args =
        new ArrayList<>(List.of(Program.goldenArgs(GOLDEN, "--output=o.png", "--memory=1m")));
    args.addAll(List.of(line.split(" ", -1)));
    try (LogLines log = new LogLines()) {
      program.run(args.toArray(String[]::new));
      assertThat(program.exitCode()).isEqualTo(6);
      return log.warnings();
    }
  }
}
