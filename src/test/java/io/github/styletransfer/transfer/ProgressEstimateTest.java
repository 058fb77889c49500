package io.github.styletransfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressEstimateTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final ProgressEstimate pace =
      new ProgressEstimate(
          List.of(new PlannedStage(0, 20, 8, 8, 64), new PlannedStage(20, 30, 16, 16, 256)));

  @Test
  void knowsNothingAtFirst() {
    pace.restart();
    pace.evaluated(0, 5 * SECOND);
    assertThat(pace.secondsPerIteration()).isEmpty();
    assertThat(pace.timeLeft(0)).isZero();
  }

  @Test
  void takesAnIterationOfFourTimesTheWorkForFourTimesAsLong() {
    pace.restart();
    pace.evaluated(0, 5 * SECOND);
    pace.evaluated(9, 23 * SECOND);
    assertThat(pace.secondsPerIteration()).hasValue(2);
    assertThat(pace.timeLeft(9)).hasSeconds(10 * 2 + 10 * 8);
    pace.restart();
    pace.evaluated(20, 40 * SECOND);
    pace.evaluated(21, 48 * SECOND);
    assertThat(pace.timeLeft(21)).hasSeconds(8 * 8);
  }

  @Test
  void goesByTheSizeBeforeUntilAnIterationIsTimed() {
    pace.restart();
    pace.evaluated(0, 0);
    pace.evaluated(3, 6 * SECOND);
    pace.restart();
    assertThat(pace.timeLeft(19)).hasSeconds(10 * 8);
    pace.evaluated(20, 60 * SECOND);
    assertThat(pace.secondsPerIteration()).hasValue(8);
    assertThat(pace.timeLeft(20)).hasSeconds(9 * 8);
  }

  /** The size before has told 8 s; the true 2 s are believed step by step. */
  @Test
  void theTimeLeftDoesNotJumpWhereASizeEndsEarlyAndTheNextIsFasterThanExpected() {
    pace.restart();
    pace.evaluated(0, 0);
    pace.evaluated(3, 6 * SECOND);
    pace.restart();
    double before = pace.timeLeft(19).toSeconds();
    for (int i = 20; i < 28; i++) {
      pace.evaluated(i, (60 + 2L * i) * SECOND);
      double left = pace.timeLeft(i).toSeconds();
      assertThat(left).isBetween(before * 0.6, before);
      before = left;
    }
    assertThat(pace.secondsPerIteration()).hasValue(2);
  }

  @Test
  void forgetsASlowStart() {
    pace.restart();
    pace.evaluated(0, 0);
    pace.evaluated(1, 30 * SECOND);
    for (int i = 2; i < 29; i++) {
      pace.evaluated(i, (30 + i) * SECOND);
    }
    assertThat(pace.secondsPerIteration().orElseThrow()).isLessThan(1.6);
  }

  @Test
  void iterationsThatAreDoneAgainAreTimedToo() {
    pace.restart();
    pace.evaluated(0, 0);
    pace.evaluated(1, 2 * SECOND);
    pace.evaluated(0, 4 * SECOND);
    pace.evaluated(1, 6 * SECOND);
    assertThat(pace.secondsPerIteration()).hasValue(2);
  }

  @ParameterizedTest
  @CsvSource({"7, 7 s", "60, 1 min 00 s", "200, 3 min 20 s", "7500, 2 h 05 min"})
  void isToldInTwoUnits(long seconds, String text) {
    assertThat(ProgressEstimate.text(Duration.ofSeconds(seconds))).isEqualTo(text);
  }
}
