package io.github.styletransfer.descent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.engine.samediff.SameDiffEngineFactory;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.optimize.LbfgsSettings;
import io.github.styletransfer.transfer.StopRequest;
import io.github.styletransfer.transfer.TransferListener;
import io.github.styletransfer.transfer.TransferResult;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are asked to end in the middle, at a reduced and at the result's own size. */
class StopRequestTest {
  private static final int ITERATIONS = 9;

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 5, 7})
  void theImageAfterTheIterationAtHandIsTheResult(int last) throws Exception {
    StopRequest stop = new StopRequest();
    Map<Integer, RgbImage> checkpoints = new HashMap<>();
    TransferListener listener =
        new TransferListener() {
          @Override
          public void evaluated(int iteration, Losses losses) {
            if (iteration == last) {
              stop.request();
            }
          }

          @Override
          public void checkpoint(int iteration, RgbImage image) {
            checkpoints.put(iteration, image);
          }
        };
    TransferResult result = run(listener, stop);
    assertThat(result).isInstanceOf(TransferResult.Interrupted.class);
    TransferResult.Interrupted interrupted = (TransferResult.Interrupted) result;
    TransferResult.IterationImage image = interrupted.image().orElseThrow();
    assertThat(image.iteration()).isEqualTo(last);
    assertThat(interrupted.state().iteration()).isEqualTo(last + 1);
    assertThat(checkpoints.keySet()).allMatch(iteration -> iteration <= last);
    RgbImage expected = Objects.requireNonNull(checkpoints.get(last));
    assertThat(image.image().width()).isEqualTo(expected.width());
    assertThat(image.image().samples()).isEqualTo(expected.samples());
  }

  private static TransferResult run(TransferListener listener, StopRequest stop) throws Exception {
    return Runs.of(
            new SameDiffEngineFactory(),
            LbfgsSettings.DEFAULT,
            ITERATIONS,
            2,
            Optional.empty(),
            listener)
        .run(Runs.CONTENT, Runs.STYLE, Optional.empty(), stop);
  }
}
