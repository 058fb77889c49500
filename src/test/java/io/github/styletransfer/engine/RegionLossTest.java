package io.github.styletransfer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.BoundEngines;
import io.github.styletransfer.Masks;
import io.github.styletransfer.RandomNetworks;
import io.github.styletransfer.engine.onednn.OneDnnEngineFactory;
import io.github.styletransfer.engine.samediff.SameDiffEngineFactory;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.model.Targets;
import io.github.styletransfer.model.loss.ContentLoss;
import io.github.styletransfer.model.loss.LayerChoice;
import io.github.styletransfer.model.loss.LayerWeight;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.model.loss.StyleLoss;
import io.github.styletransfer.model.loss.StyleRegions;
import io.github.styletransfer.model.loss.TargetImage;
import io.github.styletransfer.model.loss.TargetName;
import io.github.styletransfer.model.loss.WassersteinStyleLoss;
import io.github.styletransfer.network.Strip;
import io.github.styletransfer.network.Strips;
import io.github.styletransfer.network.vgg.Padding;
import io.github.styletransfer.network.vgg.Pooling;
import io.github.styletransfer.network.wavelet.Wavelets;
import io.github.styletransfer.region.RegionPyramid;
import io.github.styletransfer.region.RegionWeights;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The style loss region by region. */
class RegionLossTest {
  private static final double STEP = 1e-5;
  private static final int HEIGHT = 22;
  private static final int WIDTH = 17;
  private static final EngineFactory SAME_DIFF = new SameDiffEngineFactory();

  static Stream<EngineFactory> engines() {
    return Stream.of(
        SAME_DIFF,
        new OneDnnEngineFactory(Precision.FLOAT32, Long.MAX_VALUE, SAME_DIFF),
        new OneDnnEngineFactory(Precision.BFLOAT16, Long.MAX_VALUE, SAME_DIFF));
  }

  private static ModelBuilder vgg19(Pooling pooling, DataType dataType) {
    LossSettings settings =
        new LossSettings(
            3,
            50,
            0.7,
            List.of(new LayerWeight("relu4_2", 1)),
            List.of(
                new LayerWeight("relu1_1", 1),
                new LayerWeight("pool2", 2),
                new LayerWeight("conv3_1", 1)));
    return new ModelBuilder(
        RandomNetworks.vgg19(3, 32, 5, 6, 7, 5).with(pooling), settings, dataType);
  }

  private static ModelBuilder fine(DataType dataType, double featureScale) {
    LossSettings settings =
        new LossSettings(
            List.of(
                new ContentLoss(3, layers("relu4_2")),
                new WassersteinStyleLoss(
                    50, featureScale, layers("relu1_1", "relu2_1", "conv3_1"))));
    return new ModelBuilder(
        RandomNetworks.vgg19(3, 32, 5, 6, 7, 5).with(Pooling.AVG).with(Padding.REPLICATE),
        settings,
        dataType);
  }

  private static LayerChoice layers(String... names) {
    return LayerChoice.of(Stream.of(names).map(name -> new LayerWeight(name, 1)).toList());
  }

  private static ModelBuilder wavelets(DataType dataType) {
    LossSettings settings =
        new LossSettings(
            3,
            50,
            0.001,
            List.of(new LayerWeight("level2", 1)),
            List.of(new LayerWeight("level1", 1), new LayerWeight("level1-2", 1)));
    return new ModelBuilder(Wavelets.forSide(26), settings, dataType);
  }

  private static INDArray image(long seed, int height, int width) {
    return RandomNetworks.normal(new Random(seed), 20, 1, height, width, 3);
  }

  private static Optional<StyleRegions> one(int height, int width) {
    RegionWeights weights =
        RegionWeights.of(Masks.map(Masks.image(8, 8, (x, y) -> Masks.RED)), width, height);
    return Optional.of(StyleRegions.everywhere(new RegionPyramid(weights)));
  }

  private static Losses evaluate(
      EngineFactory engines,
      ModelBuilder models,
      Optional<StyleRegions> ofImage,
      Optional<StyleRegions> ofStyle,
      INDArray gradient) {
    INDArray content = image(1, HEIGHT, WIDTH);
    INDArray style = image(2, 19, 23);
    LossModel model = models.losses(HEIGHT, WIDTH, ofImage);
    try (Engine engine = engines.create(model)) {
      engine.bind(BoundEngines.targets(engines, models, content, style, ofStyle));
      return engine.evaluate(image(4, HEIGHT, WIDTH), gradient);
    }
  }

  /** To the bit: weights of 1 change nothing. */
  @ParameterizedTest
  @MethodSource("engines")
  void oneRegionThatIsAllOfTheImageIsTheLossWithoutRegions(EngineFactory engines) {
    for (ModelBuilder models :
        List.of(
            vgg19(Pooling.MAX, DataType.FLOAT),
            fine(DataType.FLOAT, 1),
            wavelets(DataType.FLOAT))) {
      INDArray plain = Nd4j.create(DataType.FLOAT, 1, HEIGHT, WIDTH, 3);
      INDArray masked = Nd4j.create(DataType.FLOAT, 1, HEIGHT, WIDTH, 3);

      Losses without = evaluate(engines, models, Optional.empty(), Optional.empty(), plain);
      Losses with = evaluate(engines, models, one(HEIGHT, WIDTH), one(19, 23), masked);

      assertThat(with).isEqualTo(without);
      assertThat(masked).isEqualTo(plain);
    }
  }

  /** As in {@link GradientCheckTest}. */
  @ParameterizedTest
  @EnumSource(Pooling.class)
  void gradientEqualsCentralDifferences(Pooling pooling) {
    check(vgg19(pooling, DataType.DOUBLE), 1, 1);
  }

  @Test
  void gradientOnWaveletsEqualsCentralDifferences() {
    check(wavelets(DataType.DOUBLE), 60, 1);
  }

  @Test
  void gradientOfDistancesEqualsCentralDifferences() {
    check(fine(DataType.DOUBLE, 10), 1, 4);
  }

  /** Checks every so many elements, which are of all channels. */
  private static void check(ModelBuilder models, double deviation, int every) {
    int height = 6;
    int width = 5;
    Random random = new Random(5);
    INDArray content = normal(random, deviation, height, width);
    INDArray style = normal(random, deviation, 11, 8);
    INDArray image = normal(random, deviation, height, width);
    INDArray gradient = Nd4j.create(DataType.DOUBLE, image.shape());
    INDArray ignored = Nd4j.create(DataType.DOUBLE, image.shape());
    double step = STEP * deviation;
    LossModel model = models.losses(height, width, Optional.of(Masks.styleRegions(height, width)));
    try (Engine engine = SAME_DIFF.create(model)) {
      engine.bind(
          BoundEngines.targets(
              SAME_DIFF, models, content, style, Optional.of(Masks.styleRegions(11, 8))));
      engine.evaluate(image, gradient);
      double largest = gradient.amaxNumber().doubleValue();
      for (long i = 0; i < image.length(); i += every) {
        double original = image.getDouble(i);
        image.putScalar(i, original + step);
        double above = engine.evaluate(image, ignored).total();
        image.putScalar(i, original - step);
        double below = engine.evaluate(image, ignored).total();
        image.putScalar(i, original);
        assertThat((above - below) / (2 * step))
            .as("element %d", i)
            .isCloseTo(gradient.getDouble(i), within(1e-6 * largest));
      }
    }
  }

  private static INDArray normal(Random random, double deviation, int height, int width) {
    return RandomNetworks.normal(random, deviation, 1, height, width, 3).castTo(DataType.DOUBLE);
  }

  /** Against the weighted sums in double precision; floats sum up to 374 products, to 1e-5. */
  @Test
  void targetsAreTheWeightedMeansOfTheProducts() {
    ModelBuilder models = vgg19(Pooling.MAX, DataType.FLOAT);
    StyleRegions regions = Masks.styleRegions(HEIGHT, WIDTH);
    INDArray style = image(2, HEIGHT, WIDTH);
    Targets targets = BoundEngines.targets(SAME_DIFF, models, style, style, Optional.of(regions));
    INDArray features = features(models, style);
    long channels = features.size(3);
    for (int region = 0; region < 3; region++) {
      RegionWeights weights = regions.image().at(0);
      double[][] expected = new double[(int) channels][(int) channels];
      for (int i = 0; i < HEIGHT * WIDTH; i++) {
        double weight = weights.plane(region)[i] / weights.pixels(region) / channels;
        for (int a = 0; a < channels; a++) {
          for (int b = 0; b < channels; b++) {
            expected[a][b] +=
                weight
                    * features.getDouble(0, i / WIDTH, i % WIDTH, a)
                    * features.getDouble(0, i / WIDTH, i % WIDTH, b);
          }
        }
      }
      INDArray gram =
          Objects.requireNonNull(
              targets
                  .arrays()
                  .get(new TargetName(StyleLoss.NAME, StyleRegions.name("relu1_1", region))));
      double scale = gram.amaxNumber().doubleValue();
      for (int a = 0; a < channels; a++) {
        for (int b = 0; b < channels; b++) {
          assertThat(gram.getDouble(a, b)).isCloseTo(expected[a][b], within(1e-5 * scale));
        }
      }
    }
  }

  private static INDArray features(ModelBuilder models, INDArray image) {
    LossSettings content =
        new LossSettings(1, 0, 0, List.of(new LayerWeight("relu1_1", 1)), List.of());
    ModelBuilder only = new ModelBuilder(models.network(), content, DataType.FLOAT);
    Map<TargetName, INDArray> arrays =
        SAME_DIFF.targets(only.targets(TargetImage.CONTENT, HEIGHT, WIDTH), image).arrays();
    return arrays.values().iterator().next();
  }

  /** A region's targets in strips add up to the whole's; floats sum differently, to 1e-5. */
  @ParameterizedTest
  @MethodSource("engines")
  void stripsAddUp(EngineFactory engines) {
    assertStripsAddUp(engines, vgg19(Pooling.MAX, DataType.FLOAT));
    assertStripsAddUp(engines, fine(DataType.FLOAT, 1));
  }

  private static void assertStripsAddUp(EngineFactory engines, ModelBuilder models) {
    int height = 120;
    int width = 20;
    Optional<StyleRegions> regions = Optional.of(Masks.styleRegions(height, width));
    INDArray style = image(7, height, width);
    List<Strip> strips = Strips.of(width, height, models.reach(TargetImage.STYLE), 1);
    assertThat(strips).hasSizeGreaterThan(2);

    Map<TargetName, INDArray> whole =
        engines
            .targets(models.targets(TargetImage.STYLE, Strip.whole(height), width, regions), style)
            .arrays();
    Map<TargetName, INDArray> sums = new java.util.HashMap<>();
    for (Strip strip : strips) {
      INDArray rows =
          style
              .get(
                  org.nd4j.linalg.indexing.NDArrayIndex.all(),
                  org.nd4j.linalg.indexing.NDArrayIndex.interval(strip.top(), strip.bottom()),
                  org.nd4j.linalg.indexing.NDArrayIndex.all(),
                  org.nd4j.linalg.indexing.NDArrayIndex.all())
              .dup('c');
      engines
          .targets(models.targets(TargetImage.STYLE, strip, width, regions), rows)
          .arrays()
          .forEach((name, share) -> sums.merge(name, share, INDArray::add));
    }

    assertThat(sums).hasSameSizeAs(whole);
    whole.forEach(
        (name, expected) ->
            assertThat(
                    Objects.requireNonNull(sums.get(name)).distance2(expected)
                        / expected.norm2Number().doubleValue())
                .as("%s", name)
                .isLessThan(1e-5));
  }
}
