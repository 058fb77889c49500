package io.github.styletransfer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.BoundEngines;
import io.github.styletransfer.RandomNetworks;
import io.github.styletransfer.engine.samediff.SameDiffEngineFactory;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.model.loss.ContentLoss;
import io.github.styletransfer.model.loss.LayerChoice;
import io.github.styletransfer.model.loss.LayerWeight;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.model.loss.Neighbours;
import io.github.styletransfer.model.loss.TotalVariationLoss;
import io.github.styletransfer.model.loss.WassersteinStyleLoss;
import io.github.styletransfer.network.vgg.Padding;
import io.github.styletransfer.network.vgg.Pooling;
import io.github.styletransfer.network.wavelet.Wavelets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
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
  void gradientOnVgg19EqualsCentralDifferences(Pooling pooling, int height, int width, long seed) {
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
    ModelBuilder models =
        new ModelBuilder(
            RandomNetworks.vgg19(seed, 4, 5, 6, 7, 5).with(pooling), settings, DataType.DOUBLE);
    check(models, 1, height, width, seed);
  }

  /** As above; the images are in grey levels. */
  @ParameterizedTest
  @CsvSource({
    "7, 9, 1, 3",
    "6, 5, 2, 2",
    "1, 6, 3, 2",
    "5, 1, 4, 3",
    "1, 1, 5, 2",
  })
  void gradientOnWaveletsEqualsCentralDifferences(int height, int width, long seed, int levels) {
    LossSettings settings =
        new LossSettings(
            3,
            50,
            0.001,
            List.of(new LayerWeight("level2", 1)),
            Stream.of("level1", "level1-2", "level2", "level2-3", "level3")
                .limit(2L * levels - 1)
                .map(name -> new LayerWeight(name, 1))
                .toList());
    ModelBuilder models = new ModelBuilder(Wavelets.forSide(26), settings, DataType.DOUBLE);
    check(models, 60, height, width, seed);
  }

  /** As above, with statistics of few pixels: covariances are far from regular. */
  @ParameterizedTest
  @CsvSource({
    "REPLICATE_FIRST, 4, 5, 1, 0.1",
    "REPLICATE, 3, 2, 2, 10",
    "ZERO, 1, 3, 3, 1",
    "REPLICATE, 1, 1, 5, 1",
    "REFLECT, 4, 5, 6, 0.1",
    "REFLECT, 6, 3, 7, 1",
    "REFLECT, 2, 3, 8, 10",
    "REFLECT, 1, 3, 9, 1",
    "REFLECT, 1, 1, 10, 1"
  })
  void gradientOfDistancesEqualsCentralDifferences(
      Padding padding, int height, int width, long seed, double featureScale) {
    LossSettings settings =
        new LossSettings(
            List.of(
                new ContentLoss(3, LayerChoice.of(List.of(new LayerWeight("relu4_2", 1)))),
                new WassersteinStyleLoss(
                    50,
                    featureScale,
                    LayerChoice.of(
                        List.of(
                            new LayerWeight("relu1_1", 3),
                            new LayerWeight("relu2_1", 2),
                            new LayerWeight("conv3_1", 1)))),
                new TotalVariationLoss(0.7, Neighbours.EIGHT)));
    ModelBuilder models =
        new ModelBuilder(
            RandomNetworks.vgg19(seed, 4, 5, 6, 7, 5).with(Pooling.AVG).with(padding),
            settings,
            DataType.DOUBLE);
    check(models, 1, height, width, seed);
  }

  private void check(ModelBuilder models, double deviation, int height, int width, long seed) {
    Random random = new Random(seed);
    INDArray content = image(random, deviation, height, width);
    INDArray style = image(random, deviation, 11, 6);

    INDArray image = image(random, deviation, height, width);
    INDArray gradient = Nd4j.create(DataType.DOUBLE, image.shape());
    INDArray ignored = Nd4j.create(DataType.DOUBLE, image.shape());
    double step = STEP * deviation;
    try (Engine engine = BoundEngines.of(engines, models, content, style)) {
      engine.evaluate(image, gradient);
      double largest = gradient.amaxNumber().doubleValue();
      assertThat(largest).isPositive();
      for (long i = 0; i < image.length(); i++) {
        double original = image.getDouble(i);
        image.putScalar(i, original + step);
        double above = engine.evaluate(image, ignored).total();
        image.putScalar(i, original - step);
        double below = engine.evaluate(image, ignored).total();
        image.putScalar(i, original);
        double difference = (above - below) / (2 * step);
        assertThat(Math.abs(gradient.getDouble(i) - difference) / largest)
            .as("element %d", i)
            .isLessThan(1e-6);
      }
    }
  }

  private static INDArray image(Random random, double deviation, long height, long width) {
    return RandomNetworks.normal(random, deviation, 1, height, width, 3).castTo(DataType.DOUBLE);
  }
}
