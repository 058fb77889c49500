package io.github.styletransfer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.RandomNetworks;
import io.github.styletransfer.model.LayerWeight;
import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.model.LossSettings;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.model.Pooling;
import io.github.styletransfer.model.Targets;
import io.github.styletransfer.network.Vgg19;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The whole loss's gradient against central differences, in double precision. */
class GradientCheckTest {
  private static final double STEP = 1e-5;

  private final EngineFactory engines = new SameDiffEngineFactory();

  /**
   * The differences' own error is about STEP^2 times the third derivative plus rounding of the loss
   * over STEP: below 1e-6 of the largest element here. Rectifiers and maxima make the loss only
   * piecewise smooth; with the fixed seeds no step crosses a kink.
   */
  @ParameterizedTest
  @CsvSource({
    "MAX, 9, 7, 1",
    "AVG, 9, 7, 2",
    "MAX, 8, 12, 3",
    "AVG, 6, 6, 4",
    "MAX, 1, 5, 5",
    "AVG, 5, 1, 6",
    "MAX, 1, 1, 7"
  })
  void gradientEqualsCentralDifferences(Pooling pooling, int height, int width, long seed) {
    Random random = new Random(seed);
    Vgg19 network = RandomNetworks.vgg19(seed, 4, 5, 6, 7, 5);
    ModelBuilder models = new ModelBuilder(network, pooling, DataType.DOUBLE);
    LossSettings settings =
        new LossSettings(
            3,
            50,
            0.7,
            List.of(new LayerWeight("relu4_2", 1), new LayerWeight("conv2_2", 0.5)),
            List.of(
                new LayerWeight("relu1_1", 1),
                new LayerWeight("pool2", 2),
                new LayerWeight("conv3_1", 1),
                new LayerWeight("relu5_1", 3)));
    INDArray content = image(random, height, width);
    INDArray style = image(random, 11, 6);
    Map<String, INDArray> features =
        engines.targets(models.contentTargets(height, width, settings.contentLayers()), content);
    Map<String, INDArray> grams =
        engines.targets(models.styleTargets(11, 6, settings.styleLayers()), style);
    LossModel model = models.losses(height, width, settings, new Targets(features, grams));

    INDArray image = image(random, height, width);
    INDArray gradient = Nd4j.create(DataType.DOUBLE, image.shape());
    INDArray ignored = Nd4j.create(DataType.DOUBLE, image.shape());
    try (Engine engine = engines.create(model)) {
      engine.evaluate(image, gradient);
      double largest = gradient.amaxNumber().doubleValue();
      assertThat(largest).isPositive();
      for (long i = 0; i < image.length(); i++) {
        double original = image.getDouble(i);
        image.putScalar(i, original + STEP);
        double above = engine.evaluate(image, ignored).total();
        image.putScalar(i, original - STEP);
        double below = engine.evaluate(image, ignored).total();
        image.putScalar(i, original);
        double difference = (above - below) / (2 * STEP);
        assertThat(Math.abs(gradient.getDouble(i) - difference) / largest)
            .as("element %d", i)
            .isLessThan(1e-6);
      }
    }
  }

  private static INDArray image(Random random, long height, long width) {
    return RandomNetworks.normal(random, 1, 1, height, width, 3).castTo(DataType.DOUBLE);
  }
}
