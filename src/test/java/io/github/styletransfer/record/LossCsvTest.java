package io.github.styletransfer.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.NetworkLosses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossCsvTest {
  @TempDir private Path folder;

  @Test
  void writesOneRowPerIterationAtOnce() throws IOException {
    Path file = folder.resolve("losses.csv");
    try (LossCsv csv = new LossCsv(file, List.of("content", "style", "tv"), List.of())) {
      csv.evaluated(0, NetworkLosses.of(40962116f, 2498.157f, 0.1f, 1e-7f));
      assertThat(file)
          .hasContent(
              """
              iteration,total_loss,content_loss,style_loss,tv_loss
              1,40962116,2498.157,0.1,0.00000010
              """);
    }
  }

  @Test
  void numbersReadBackAsTheSameFloat() throws IOException {
    float[] values = {Float.MIN_NORMAL, Float.MAX_VALUE, 1f / 3, 16777216f};
    Path file = folder.resolve("losses.csv");
    try (LossCsv csv = new LossCsv(file, List.of("content", "style", "tv"), List.of())) {
      csv.evaluated(6, NetworkLosses.of(values[0], values[1], values[2], values[3]));
      csv.evaluated(7, NetworkLosses.of(Double.NaN, Double.POSITIVE_INFINITY, 0, -1));
    }
    String[] fields = Files.readAllLines(file).get(1).split(",", -1);
    assertThat(fields[0]).isEqualTo("7");
    for (int i = 0; i < values.length; i++) {
      assertThat(Float.parseFloat(fields[i + 1])).isEqualTo(values[i]);
    }
    assertThat(Files.readAllLines(file).get(2)).isEqualTo("8,NaN,Infinity,0.0,-1.0");
  }
}
