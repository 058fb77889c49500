package io.github.styletransfer.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.styletransfer.NetworkLosses;
import io.github.styletransfer.image.Gradients;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Has TensorBoard's own reader look at event files. It needs a Python with the package tensorboard:
 * the environment variable PYTHON names it, else it is python3.
 */
@Tag("tensorboard")
class TensorBoardReaderTest {
  private static final Path SCRIPT = Path.of("src/test/resources/tensorboard/read_events.py");

  @TempDir private Path folder;

  @Test
  void tensorBoardReadsARunThatWasKilledAndResumedAndWentBack() throws Exception {
    String python = Objects.requireNonNullElse(System.getenv("PYTHON"), "python3");
    assumeTrue(hasTensorBoard(python), python + " has no package tensorboard; set PYTHON");
    writeRun(0, 6, 1_700_000_000);
    writeRun(4, 8, 1_700_000_009);
    String seen = outputOf(python, SCRIPT.toString(), folder.toString());
    assertThat(seen.lines())
        .containsExactly(
            "tags {'images': ['content', 'style', 'checkpoint', 'result'], 'scalars': ['total_loss',"
                + " 'content_loss', 'style_loss', 'tv_loss', 'learning_rate',"
                + " 'seconds_per_iteration'], 'tensors': ['settings', 'size']}",
            "total_loss " + steps(8, "6.5"),
            "content_loss " + steps(8, "1.0"),
            "style_loss " + steps(8, "2.25"),
            "tv_loss " + steps(8, "3.25"),
            "learning_rate [(1, 10.0), (2, 10.0), (3, 10.0), (4, 10.0), (5, 10.0), (6, 10.0),"
                + " (7, 5.0), (8, 5.0)]",
            "seconds_per_iteration [(2, 0.125), (3, 0.125), (4, 0.125), (6, 0.125), (8, 0.125)]",
            "content [(0, 8, 6), (4, 8, 6)]",
            "style [(0, 5, 9), (4, 5, 9)]",
            "checkpoint [(1, 8, 6), (3, 8, 6), (5, 8, 6), (7, 8, 6)]",
            "result [(8, 8, 6)]",
            "settings 0 '| setting | value |\\n|---|---|\\n| style-layers | relu1\\\\_1\\\\|x |\\n'",
            html(),
            "settings 4 '| setting | value |\\n|---|---|\\n| style-layers | relu1\\\\_1\\\\|x |\\n'",
            html(),
            "size 1 '64 x 48'",
            "html <p>64 x 48</p>",
            "size 5 '64 x 48'",
            "html <p>64 x 48</p>",
            "plugins ['text']",
            "shown checkpoint [1, 3, 5, 7]",
            "shown content [0, 4]",
            "shown content_loss [1, 2, 3, 4, 5, 6, 7, 8]",
            "shown learning_rate [1, 2, 3, 4, 5, 6, 7, 8]",
            "shown result [8]",
            "shown seconds_per_iteration [2, 3, 4, 6, 8]",
            "shown settings [0, 4]",
            "shown size [1, 5]",
            "shown style [0, 4]",
            "shown style_loss [1, 2, 3, 4, 5, 6, 7, 8]",
            "shown total_loss [1, 2, 3, 4, 5, 6, 7, 8]",
            "shown tv_loss [1, 2, 3, 4, 5, 6, 7, 8]");
  }

  private void writeRun(int first, int end, long second) throws IOException {
    AtomicLong nanos = new AtomicLong();
    RunStart start =
        new RunStart(
            Gradients.of(8, 6),
            List.of(Gradients.of(5, 9)),
            Map.of("style-layers", "relu1_1|x"),
            OptionalDouble.of(10),
            first);
    try (TensorBoardLog log =
        new TensorBoardLog(
            folder, start, nanos::get, InstantSource.fixed(Instant.ofEpochSecond(second)))) {
      log.stageStarted(first, end, 64, 48);
      for (int iteration = first; iteration < end; iteration++) {
        evaluate(log, iteration, nanos);
      }
      if (first > 0) {
        log.wentBack(end - 2, 5);
        evaluate(log, end - 2, nanos);
        evaluate(log, end - 1, nanos);
        log.result(Gradients.of(8, 6));
      }
    }
  }

  private static void evaluate(TensorBoardLog log, int iteration, AtomicLong nanos)
      throws IOException {
    nanos.addAndGet(Duration.ofMillis(125).toNanos());
    log.evaluated(iteration, NetworkLosses.of(6.5, 1, 2.25, 3.25));
    if (iteration % 2 == 0) {
      log.checkpoint(iteration, Gradients.of(8, 6));
    }
  }

  private static String steps(int end, String value) {
    StringBuilder steps = new StringBuilder();
    for (int step = 1; step <= end; step++) {
      steps.append(step == 1 ? "[" : ", ").append("(" + step + ", " + value + ")");
    }
    return steps.append("]").toString();
  }

  private static String html() {
    return "html <table><thead><tr><th>setting</th><th>value</th></tr></thead><tbody><tr>"
        + "<td>style-layers</td><td>relu1_1|x</td></tr></tbody></table>";
  }

  private static boolean hasTensorBoard(String python) throws InterruptedException {
    try {
      return new ProcessBuilder(python, "-c", "import tensorboard").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private String outputOf(String... command) throws IOException, InterruptedException {
    Path errors = folder.resolveSibling(folder.getFileName() + ".err");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("exit code; see %s", errors).isZero();
    return output;
  }
}
