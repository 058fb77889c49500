package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.engine.Losses;
import io.github.styletransfer.transfer.Stages.Stage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class RunProgressBarTest {
  private static final String ESCAPE = "\u001b";

  private final StringWriter screen = new StringWriter();
  private final AtomicLong clock = new AtomicLong();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void showsIterationPaceTimeLeftAndLoss(boolean colour) {
    RunProgressBar bar = bar(colour);
    bar.stageStarted(0, 100, 64, 64);
    for (int i = 0; i < 10; i++) {
      bar.evaluated(i, new Losses(1234.5, 1, 2, 3));
      clock.addAndGet(2_000_000_000L);
    }
    bar.close();

    assertThat(lastLine()).contains("Painting", "10/100", "2.00 s/it", "loss 1234.5", "0:03:00");
    assertThat(screen.toString().contains(ESCAPE)).isEqualTo(colour);
    assertThat(screen.toString()).endsWith(System.lineSeparator());
  }

  @Test
  void logLinesStandAboveTheBar() {
    RunProgressBar bar = bar(false);
    bar.stageStarted(0, 100, 64, 64);
    bar.evaluated(0, new Losses(1234.5, 1, 2, 3));
    LoggerFactory.getLogger(RunProgressBarTest.class).info("something to say");
    bar.close();
    LoggerFactory.getLogger(RunProgressBarTest.class).info("afterwards");

    assertThat(screen.toString().lines().map(line -> line.substring(line.lastIndexOf('\r') + 1)))
        .filteredOn(line -> line.endsWith("something to say"))
        .singleElement()
        .satisfies(line -> assertThat(line).startsWith("20").doesNotContain("Painting"));
    assertThat(screen.toString()).doesNotContain("afterwards");
  }

  private RunProgressBar bar(boolean colour) {
    return new RunProgressBar(
        new PrintWriter(screen), List.of(new Stage(0, 0, 100)), colour, clock::get);
  }

  private String lastLine() {
    String text = screen.toString().stripTrailing();
    return text.substring(text.lastIndexOf('\r') + 1);
  }
}
