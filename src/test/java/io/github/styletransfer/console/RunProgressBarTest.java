package io.github.styletransfer.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.NetworkLosses;
import io.github.styletransfer.transfer.PlannedStage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class RunProgressBarTest {
  private static final String COLOUR = "\u001b[33m";

  private final StringWriter text = new StringWriter();
  private final FakeScreen screen = new FakeScreen(120);
  private final AtomicLong clock = new AtomicLong();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void showsIterationPaceLossAndWhatItsTimesAre(boolean colour) {
    RunProgressBar bar = bar(colour);
    iterate(bar, 10);
    bar.evaluated(10, NetworkLosses.of(1234.5, 1, 2, 3));
    String during = FakeScreen.textOf(bar.line().text(120, new BarStyle(colour, false)));
    bar.close();

    assertThat(during)
        .startsWith("Painting  11% [")
        .contains("11/100", "2.00 s/it", "loss 1234.5")
        .endsWith("20 s gone, 2 min 58 s left");
    assertThat(text.toString().contains(COLOUR)).isEqualTo(colour);
    assertThat(text.toString()).endsWith(System.lineSeparator());
  }

  @Test
  void timeLeftPassesDuringAnIteration() {
    RunProgressBar bar = bar(false);
    iterate(bar, 10);
    clock.addAndGet(Duration.ofSeconds(3).toNanos());

    assertThat(bar.line().times().text()).isEqualTo("23 s gone, 2 min 55 s left");
    bar.close();
  }

  @Test
  void aFinishedBarHasNoTimeLeft() {
    RunProgressBar bar = bar(false);
    iterate(bar, 100);
    bar.close();

    assertThat(lastLine())
        .contains("100% [", "100/100")
        .endsWith("3 min 20 s gone")
        .doesNotContain("left", "?");
  }

  @Test
  void aSizeThatHasConvergedIsDone() {
    RunProgressBar bar = bar(false);
    iterate(bar, 10);
    bar.stopped(9, "the loss falls no more");
    bar.close();

    assertThat(lastLine()).contains("100/100");
  }

  @Test
  void aPauseOfTheProcessIsNoSlowIteration() {
    RunProgressBar bar = bar(false);
    iterate(bar, 10);
    assertThat(bar.line().times().text()).startsWith("20 s gone");
    clock.addAndGet(Duration.ofHours(1).toNanos());
    bar.evaluated(10, NetworkLosses.of(1, 1, 2, 3));

    assertThat(bar.line().times().text()).isEqualTo("20 s gone, 2 min 58 s left");
    bar.close();
  }

  @Test
  void logLinesStandAboveTheBar() {
    RunProgressBar bar = bar(false);
    bar.stageStarted(0, 100, 64, 64);
    LoggerFactory.getLogger(RunProgressBarTest.class).info("something to say");
    bar.close();
    LoggerFactory.getLogger(RunProgressBarTest.class).info("afterwards");

    List<String> rows = FakeScreen.rows(text.toString());
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0)).startsWith("20").endsWith("something to say");
    assertThat(rows.get(1)).startsWith("Painting").contains("0/100");
  }

  private void iterate(RunProgressBar bar, int iterations) {
    bar.stageStarted(0, 100, 64, 64);
    for (int i = 0; i < iterations; i++) {
      bar.evaluated(i, NetworkLosses.of(1234.5, 1, 2, 3));
      clock.addAndGet(Duration.ofSeconds(2).toNanos());
    }
  }

  private RunProgressBar bar(boolean colour) {
    return new RunProgressBar(
        new BarDisplay(new PrintWriter(text), screen, new BarStyle(colour, false)),
        List.of(new PlannedStage(0, 100, 60, 40, 1)),
        clock::get);
  }

  private String lastLine() {
    List<String> rows = FakeScreen.rows(text.toString());
    return rows.get(rows.size() - 1);
  }
}
