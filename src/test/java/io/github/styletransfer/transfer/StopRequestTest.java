package io.github.styletransfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.engine.Losses;
import io.github.styletransfer.engine.samediff.SameDiffEngineFactory;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.model.LayerWeight;
import io.github.styletransfer.model.LossSettings;
import io.github.styletransfer.model.Pooling;
import io.github.styletransfer.network.Wavelets;
import io.github.styletransfer.optimize.LbfgsSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
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
    assertThat(interrupted.iteration()).isEqualTo(last);
    assertThat(checkpoints.keySet()).allMatch(iteration -> iteration <= last);
    RgbImage expected = Objects.requireNonNull(checkpoints.get(last));
    assertThat(interrupted.image().width()).isEqualTo(expected.width());
    assertThat(interrupted.image().samples()).isEqualTo(expected.samples());
  }

  private static TransferResult run(TransferListener listener, StopRequest stop) throws Exception {
    Wavelets network = Wavelets.forSide(64);
    LossSettings losses =
        new LossSettings(
            1,
            10,
            0,
            List.of(new LayerWeight("level2", 1)),
            network.styleLayers().stream().map(name -> new LayerWeight(name, 1)).toList());
    TransferSettings settings =
        new TransferSettings(
            losses,
            Pooling.MAX,
            LbfgsSettings.DEFAULT,
            new InitialImage.Content(),
            true,
            new Stages(ITERATIONS, 2),
            new Checkpoints(ITERATIONS, ITERATIONS));
    StyleTransferRun run =
        new StyleTransferRun(new SameDiffEngineFactory(), network, settings, List.of(listener));
    return run.run(image(1, 70, 66), image(2, 64, 68), stop);
  }

  private static RgbImage image(long seed, int width, int height) {
    byte[] samples = new byte[width * height * 3];
    new Random(seed).nextBytes(samples);
    return new RgbImage(width, height, samples);
  }
}
