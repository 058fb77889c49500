package io.github.styletransfer.descent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.onednn.OneDnnEngineFactory;
import io.github.styletransfer.engine.samediff.SameDiffEngineFactory;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.model.loss.LayerChoice;
import io.github.styletransfer.model.loss.LayerWeight;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.model.loss.StyleLoss;
import io.github.styletransfer.model.loss.TargetImage;
import io.github.styletransfer.model.loss.TargetName;
import io.github.styletransfer.network.wavelet.Wavelets;
import io.github.styletransfer.transfer.StopRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Paintings of the photo's size, and far larger ones. */
class StyleTargetsTest {
  private static final long PHOTO = 64 * 64;

  private final EngineFactory engines =
      new OneDnnEngineFactory(Precision.FLOAT32, Long.MAX_VALUE, new SameDiffEngineFactory());
  private final Wavelets network = Wavelets.forSide(30);
  private final ModelBuilder models =
      new ModelBuilder(
          network,
          new LossSettings(
              List.of(
                  new StyleLoss(
                      1,
                      LayerChoice.of(
                          network.styleLayers().stream()
                              .map(name -> new LayerWeight(name, 1))
                              .toList())))),
          DataType.FLOAT);
  private final ImageTensor tensors = new ImageTensor(network.meanPixel());
  private final StyleTargets targets = new StyleTargets(engines, models, tensors, 0);

  @Test
  void anOrdinaryPaintingIsTakenAsAWhole() {
    RgbImage painting = image(70, 91);
    whole(painting).forEach((name, gram) -> assertThat(of(painting, name)).isEqualTo(gram));
  }

  /** Sums over a million pixels in float32, in another order: a few parts in a million. */
  @Test
  void aHugePaintingGivesTheSameInStrips() {
    RgbImage painting = image(300, 4001);
    Map<TargetName, INDArray> strips =
        targets.of(painting, PHOTO, Optional.empty(), new StopRequest()).orElseThrow().arrays();
    whole(painting)
        .forEach(
            (name, gram) ->
                assertThat(
                        Objects.requireNonNull(strips.get(name))
                                .sub(gram)
                                .amaxNumber()
                                .doubleValue()
                            / gram.amaxNumber().doubleValue())
                    .as(name.layer())
                    .isLessThan(1e-5));
  }

  @Test
  void aHugePaintingTakesNoMoreMemoryThanALargeOne() {
    long large = targets.peakBytes(new ImageSize(600, 800), PHOTO, Optional.empty());
    assertThat(targets.peakBytes(new ImageSize(600, 40_000), PHOTO, Optional.empty()))
        .isLessThan(large + large / 10);
    assertThat(targets.peakBytes(new ImageSize(600, 40_000), 600 * 40_000, Optional.empty()))
        .isGreaterThan(2 * large);
  }

  @Test
  void aStopIsHeardBetweenStrips() {
    StopRequest stop = new StopRequest();
    stop.request();
    assertThat(targets.of(image(300, 4001), PHOTO, Optional.empty(), stop)).isEmpty();
  }

  private INDArray of(RgbImage painting, TargetName name) {
    return Objects.requireNonNull(
        targets
            .of(painting, PHOTO, Optional.empty(), new StopRequest())
            .orElseThrow()
            .arrays()
            .get(name));
  }

  private Map<TargetName, INDArray> whole(RgbImage painting) {
    return engines
        .targets(
            models.targets(TargetImage.STYLE, painting.height(), painting.width()),
            tensors.of(painting))
        .arrays();
  }

  private static RgbImage image(int width, int height) {
    byte[] samples = new byte[width * height * RgbImage.CHANNELS];
    new Random(width).nextBytes(samples);
    return new RgbImage(width, height, samples);
  }
}
