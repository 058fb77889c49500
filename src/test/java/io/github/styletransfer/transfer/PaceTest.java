package io.github.styletransfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.transfer.Stages.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Pace pace = new Pace(List.of(new Stage(1, 0, 20), new Stage(0, 20, 30)));

  @Test
  void knowsNothingAtFirst() {
    pace.restart();
    pace.evaluated(0, 5 * SECOND);
    assertThat(pace.secondsPerIteration()).isEmpty();
    assertThat(pace.timeLeft(0)).isZero();
  }

  @Test
  void takesAnIterationAtTwiceTheSizeForFourTimesAsLong() {
    pace.restart();
    pace.evaluated(0, 5 * SECOND);
    pace.evaluated(9, 23 * SECOND);
    assertThat(pace.secondsPerIteration()).hasValue(2);
    assertThat(pace.timeLeft(9)).hasSeconds(10 * 2 + 10 * 8);
    pace.restart();
    pace.evaluated(20, 0);
    pace.evaluated(21, 7 * SECOND);
    assertThat(pace.timeLeft(21)).hasSeconds(8 * 7);
  }

  @ParameterizedTest
  @CsvSource({"7, 7 s", "60, 1 min 00 s", "200, 3 min 20 s", "7500, 2 h 05 min"})
  void isToldInTwoUnits(long seconds, String text) {
    assertThat(Pace.text(Duration.ofSeconds(seconds))).isEqualTo(text);
  }
}
