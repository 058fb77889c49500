package io.github.styletransfer.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.styletransfer.engine.samediff.SameDiffEngineFactory;
import io.github.styletransfer.optimize.AdamSettings;
import io.github.styletransfer.transfer.LossEntry;
import io.github.styletransfer.transfer.LossHistory;
import io.github.styletransfer.transfer.StopRequest;
import io.github.styletransfer.transfer.TransferListener;
import io.github.styletransfer.transfer.TransferResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvergenceTest {
  private static final ConvergenceRule RULE = new ConvergenceRule(1, 3);

  private final Convergence convergence = new Convergence(Optional.of(RULE), 10);

  @Test
  void endsWhenTheLossHasFallenByLess() {
    add(100, 90, 80, 79.9, 79.8);
    assertThat(convergence.stopReason()).isEmpty();
    add(79.7);
    assertThat(convergence.stopReason())
        .hasValue("the total loss has fallen by less than 1 % over 3 iterations");
  }

  @Test
  void justTheLimitIsEnoughToGoOn() {
    add(100, 99.9, 99.5, 99);
    assertThat(convergence.stopReason()).isEmpty();
  }

  @Test
  void countsTheLowestLossSoThatTriedStepsDoNotMatter() {
    add(100, 500, Double.NaN, 50);
    assertThat(convergence.stopReason()).isEmpty();
    add(500, 500, Double.POSITIVE_INFINITY);
    assertThat(convergence.stopReason()).isPresent();
  }

  @Test
  void forgetsIterationsThatAreDoneAgain() {
    add(100, 100, 100, 100);
    assertThat(convergence.stopReason()).isPresent();
    convergence.goBackTo(12);
    add(100);
    assertThat(convergence.stopReason()).isEmpty();
  }

  @Test
  void withoutARuleItNeverEnds() {
    Convergence none = new Convergence(Optional.empty(), 0);
    for (int i = 0; i < 10; i++) {
      none.add(1);
    }
    assertThat(none.stopReason()).isEmpty();
  }

  @Test
  void endsASizeAndTheRunGoesOnToTheNext() throws Exception {
    List<String> stops = new ArrayList<>();
    LossHistory history = new LossHistory(List.of());
    TransferListener listener =
        new TransferListener() {
          @Override
          public void stopped(int iteration, String reason) {
            stops.add(iteration + ": " + reason);
          }
        };
    TransferResult result =
        Runs.of(
                new SameDiffEngineFactory(),
                new AdamSettings(1e-3, 0.9, 0.99, 1e-8),
                30,
                2,
                Optional.of(new ConvergenceRule(5, 4)),
                history,
                listener)
            .run(Runs.CONTENT, Runs.STYLE, Optional.empty(), new StopRequest());
    assertThat(result).isInstanceOf(TransferResult.Finished.class);
    assertThat(stops)
        .containsExactly(
            "4: the total loss has fallen by less than 5 % over 4 iterations",
            "24: the total loss has fallen by less than 5 % over 4 iterations");
    assertThat(history.entries().stream().map(LossEntry::iteration))
        .containsExactly(0, 1, 2, 3, 4, 20, 21, 22, 23, 24);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 50, 0.1%/50", "1, 3, 1%/3", "0.00001, 1, 0.00001%/1"})
  void isWrittenAsOnTheCommandLine(double percent, int iterations, String text) {
    assertThat(new ConvergenceRule(percent, iterations)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 50", "-1, 50", "100, 50", "NaN, 50", "1, 0"})
  void refusesValuesOutOfRange(double percent, int iterations) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ConvergenceRule(percent, iterations));
  }

  private void add(double... losses) {
    for (double loss : losses) {
      convergence.add(loss);
    }
  }
}
