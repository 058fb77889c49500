package io.github.styletransfer.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.RandomNetworks;
import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.Losses;
import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.samediff.SameDiffEngineFactory;
import io.github.styletransfer.model.LayerWeight;
import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.model.LossSettings;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.model.Pooling;
import io.github.styletransfer.model.Targets;
import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.network.Wavelets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Losses and gradients against those of the SameDiff engine, on the same models. */
class OneDnnEngineTest {
  /** Sums of up to 10^5 products in another order: a few parts in 10^6. */
  private static final double LOSS_TOLERANCE = 1e-5;

  /** Of the largest element. */
  private static final double GRADIENT_TOLERANCE = 1e-4;

  private static final long UNLIMITED = Long.MAX_VALUE;

  private final EngineFactory reference = new SameDiffEngineFactory();

  @ParameterizedTest
  @CsvSource({
    "MAX, 33, 47, 1, 4-5-6-7-5",
    "AVG, 33, 47, 2, 4-5-6-7-5",
    "MAX, 64, 64, 3, 8-16-16-24-16",
    "AVG, 48, 80, 4, 8-16-24-32-16",
    "MAX, 1, 37, 5, 16-9-17-8-33",
    "AVG, 41, 1, 6, 3-2-17-8-33",
    "MAX, 1, 1, 7, 4-5-6-7-5",
    "MAX, 2, 3, 8, 64-5-6-70-5",
  })
  void vgg19(Pooling pooling, int height, int width, long seed, String channels) {
    int[] widths = Stream.of(channels.split("-")).mapToInt(Integer::parseInt).toArray();
    compare(RandomNetworks.vgg19(seed, widths), pooling, vggSettings(), height, width, 1, seed);
  }

  @ParameterizedTest
  @CsvSource({
    "33, 47, 1, 3",
    "40, 26, 2, 2",
    "1, 30, 3, 2",
    "29, 1, 4, 2",
    "1, 1, 5, 1",
  })
  void wavelets(int height, int width, long seed, int levels) {
    compare(Wavelets.forSide(60), Pooling.MAX, waveletSettings(levels), height, width, 60, seed);
  }

  private static LossSettings vggSettings() {
    return new LossSettings(
        3,
        50,
        0.7,
        List.of(
            new LayerWeight("relu4_2", 1),
            new LayerWeight("conv2_2", 0.5),
            new LayerWeight("pool1", 0.5)),
        List.of(
            new LayerWeight("relu1_1", 1),
            new LayerWeight("pool2", 2),
            new LayerWeight("conv3_1", 1),
            new LayerWeight("relu3_4", 1),
            new LayerWeight("relu5_1", 3)));
  }

  private static LossSettings waveletSettings(int levels) {
    return new LossSettings(
        3,
        50,
        0.001,
        Stream.of("level1", "level2", "level3").limit(levels).map(OneDnnEngineTest::layer).toList(),
        Stream.of("level1", "level1-2", "level2", "level2-3", "level3")
            .limit(2L * levels - 1)
            .map(OneDnnEngineTest::layer)
            .toList());
  }

  private static LayerWeight layer(String name) {
    return new LayerWeight(name, 1);
  }

  private void compare(
      FeatureNetwork network,
      Pooling pooling,
      LossSettings settings,
      int height,
      int width,
      double deviation,
      long seed) {
    Random random = new Random(seed);
    INDArray content = RandomNetworks.normal(random, deviation, 1, height, width, 3);
    INDArray style = RandomNetworks.normal(random, deviation, 1, 17, 22, 3);
    INDArray image = RandomNetworks.normal(random, deviation, 1, height, width, 3);
    ModelBuilder models = new ModelBuilder(network, pooling, DataType.FLOAT);
    EngineFactory tested =
        new OneDnnEngineFactory(Precision.FLOAT32, UNLIMITED, new SameDiffEngineFactory());
    Evaluation expected =
        Evaluation.of(
            reference,
            models,
            settings,
            targets(reference, models, settings, content, style),
            image);
    Evaluation actual =
        Evaluation.of(
            tested, models, settings, targets(tested, models, settings, content, style), image);
    assertThat(actual.engine()).isEqualTo(OneDnnEngine.class);
    assertThat(actual.losses().content()).isCloseTo(expected.losses().content(), relative());
    assertThat(actual.losses().style()).isCloseTo(expected.losses().style(), relative());
    assertThat(actual.losses().tv()).isCloseTo(expected.losses().tv(), relative());
    assertThat(actual.losses().total()).isCloseTo(expected.losses().total(), relative());
    double largest = expected.gradient().amaxNumber().doubleValue();
    assertThat(largest).isPositive();
    assertThat(actual.gradient().sub(expected.gradient()).amaxNumber().doubleValue() / largest)
        .isLessThan(GRADIENT_TOLERANCE);
  }

  private static org.assertj.core.data.Percentage relative() {
    return org.assertj.core.data.Percentage.withPercentage(100 * LOSS_TOLERANCE);
  }

  private static Targets targets(
      EngineFactory engines,
      ModelBuilder models,
      LossSettings settings,
      INDArray content,
      INDArray style) {
    return new Targets(
        engines.targets(
            models.contentTargets(content.size(1), content.size(2), settings.contentLayers()),
            content),
        engines.targets(
            models.styleTargets(style.size(1), style.size(2), settings.styleLayers()), style));
  }

  private record Evaluation(Class<?> engine, Losses losses, INDArray gradient) {
    static Evaluation of(
        EngineFactory engines,
        ModelBuilder models,
        LossSettings settings,
        Targets targets,
        INDArray image) {
      LossModel model = models.losses(image.size(1), image.size(2), settings, targets);
      INDArray gradient = Nd4j.create(DataType.FLOAT, image.shape());
      try (Engine engine = engines.create(model)) {
        engine.evaluate(image, gradient);
        Losses losses = engine.evaluate(image, gradient);
        return new Evaluation(engine.getClass(), losses, gradient);
      }
    }
  }
}
