package io.github.styletransfer.descent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.samediff.SameDiffEngineFactory;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.optimize.AdamSettings;
import io.github.styletransfer.transfer.LossEntry;
import io.github.styletransfer.transfer.LossHistory;
import io.github.styletransfer.transfer.StopRequest;
import io.github.styletransfer.transfer.TransferListener;
import io.github.styletransfer.transfer.TransferResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Runs whose loss is no number at some evaluations. */
class DivergenceTest {
  private static final AdamSettings ADAM = new AdamSettings(8, 0.9, 0.99, 1e-8);
  private static final int ITERATIONS = 30;

  private final LossHistory history = new LossHistory(List.of());
  private final List<String> events = new ArrayList<>();
  private final TransferListener goingBack =
      new TransferListener() {
        @Override
        public void wentBack(int iteration, double learningRate) {
          events.add(iteration + " at " + learningRate);
        }
      };

  @Test
  void goesBackToTheBestImageWithHalfTheLearningRate() throws Exception {
    TransferResult result = run(evaluation -> evaluation == 15);

    assertThat(result).isInstanceOf(TransferResult.Finished.class);
    assertThat(events).containsExactly("10 at 4.0");
    assertThat(history.entries().stream().map(LossEntry::iteration))
        .containsExactlyElementsOf(
            java.util.stream.IntStream.range(0, ITERATIONS).boxed().toList());
    assertThat(history.entries()).allMatch(entry -> entry.losses().isFinite());
  }

  @Test
  void givesUpAfterThreeTimesWithTheBestImage() throws Exception {
    TransferResult result = run(evaluation -> evaluation >= 15);

    assertThat(events).containsExactly("10 at 4.0", "10 at 2.0", "10 at 1.0");
    assertThat(result).isInstanceOf(TransferResult.Diverged.class);
    TransferResult.Diverged diverged = (TransferResult.Diverged) result;
    assertThat(diverged.iteration()).isEqualTo(10);
    assertThat(diverged.loss()).isNaN();
    assertThat(diverged.best().orElseThrow().iteration()).isEqualTo(9);
    assertThat(diverged.best().orElseThrow().image().width()).isEqualTo(70);
  }

  @Test
  void hasNoImageWhenTheFirstLossIsNoNumber() throws Exception {
    TransferResult result = run(evaluation -> true);

    assertThat(events).isEmpty();
    assertThat(((TransferResult.Diverged) result).best()).isEmpty();
  }

  private TransferResult run(IntPredicate isNoNumber) throws Exception {
    return Runs.of(
            new Faulty(new SameDiffEngineFactory(), isNoNumber),
            ADAM,
            ITERATIONS,
            1,
            Optional.empty(),
            history,
            goingBack)
        .run(Runs.CONTENT, Runs.STYLE, Optional.empty(), new StopRequest());
  }

  /** Engines that count their evaluations from 0 and give NaN at some. */
  private static final class Faulty extends ForwardingEngines {
    private final IntPredicate isNoNumber;
    private int evaluations;

    Faulty(EngineFactory real, IntPredicate isNoNumber) {
      super(real);
      this.isNoNumber = isNoNumber;
    }

    @Override
    Losses evaluated(Losses losses) {
      return isNoNumber.test(evaluations++) ? new Losses(Double.NaN, losses.terms()) : losses;
    }
  }
}
