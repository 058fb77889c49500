package io.github.styletransfer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.BoundEngines;
import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.Masks;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.model.loss.ContentLoss;
import io.github.styletransfer.model.loss.LayerChoice;
import io.github.styletransfer.model.loss.LayerWeight;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.model.loss.Neighbours;
import io.github.styletransfer.model.loss.StyleRegions;
import io.github.styletransfer.model.loss.TotalVariationLoss;
import io.github.styletransfer.model.loss.WassersteinStyleLoss;
import io.github.styletransfer.network.vgg.KernelLayout;
import io.github.styletransfer.network.vgg.Padding;
import io.github.styletransfer.network.vgg.Vgg19;
import io.github.styletransfer.network.vgg.VggLoader;
import io.github.styletransfer.region.RegionMap;
import io.github.styletransfer.region.RegionPyramid;
import io.github.styletransfer.region.RegionWeights;
import io.github.styletransfer.region.Regions;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The losses of the preset fine against the values that golden/fine/make.py computes in float64.
 */
class FineGoldenTest {
  private static final GoldenCase IMAGES = GoldenCase.ODD_AVG;

  /**
   * Float32 against float64: the roots of covariances, of which some here have more channels than
   * pixels, are good to a few parts in 10^5; the other losses as everywhere.
   */
  @ParameterizedTest
  @EnumSource
  void lossesAndGradientEqualTheReference(Engines tested) throws IOException {
    Evaluation actual = evaluate(tested, Optional.empty(), Optional.empty());
    Losses losses = actual.losses();
    double[] expected = GoldenCase.losses(file("losses.csv")).get(0);
    assertThat(relativeError(losses.total(), expected[0])).isLessThan(1e-4);
    assertThat(relativeError(losses.term("content"), expected[1])).isLessThan(1e-5);
    assertThat(relativeError(losses.term("style"), expected[2])).isLessThan(1e-4);
    assertThat(relativeError(losses.term("tv"), expected[3])).isLessThan(1e-5);
    assertGradient(actual.gradient(), "gradient.csv");
  }

  /** Of each region by itself and of both; as above. */
  @ParameterizedTest
  @EnumSource
  void lossesAndGradientOfRegionsEqualTheReference(Engines tested) throws IOException {
    Map<Integer, Double> expected = new HashMap<>();
    for (String line : Files.readAllLines(file("regions.csv")).subList(1, 3)) {
      String[] parts = line.split(",", -1);
      expected.put(parts[0].equals("red") ? Masks.RED : Masks.BLUE, Double.parseDouble(parts[1]));
    }
    double sum = 0;
    for (Map.Entry<Integer, Double> region : expected.entrySet()) {
      Losses losses = evaluateRegions(tested, Set.of(region.getKey())).losses();
      assertThat(relativeError(losses.term("style"), region.getValue()))
          .as("%06x", region.getKey())
          .isLessThan(1e-4);
      sum += region.getValue();
    }
    Evaluation both = evaluateRegions(tested, expected.keySet());
    assertThat(relativeError(both.losses().term("style"), sum)).isLessThan(1e-4);
    assertGradient(both.gradient(), "regions-gradient.csv");
  }

  private record Evaluation(Losses losses, INDArray gradient) {}

  /**
   * On masks with edges three pixels wide.
   *
   * @param colors of the regions whose style is looked at
   */
  private static Evaluation evaluateRegions(Engines tested, Set<Integer> colors)
      throws IOException {
    Regions regions =
        Regions.matched(
            mask("content.png", (x, y) -> x - 18 - y / 4),
            List.of(Optional.of(mask("style.png", (x, y) -> y - 30 + x / 6))));
    List<Integer> levels =
        regions.photo().colors().stream()
            .map(color -> colors.contains(color.rgb()) ? Integer.MAX_VALUE : 0)
            .toList();
    RegionMap painting = regions.paintings().get(0).orElseThrow();
    return evaluate(
        tested,
        Optional.of(new StyleRegions(pyramid(regions.photo()), levels)),
        Optional.of(new StyleRegions(pyramid(painting), levels)));
  }

  /**
   * A mask of an image's size, red and blue.
   *
   * @param steps quarters of blue in a pixel, from its column and row; limited to 0..4
   */
  private static RegionMap mask(String image, IntBinaryOperator steps) throws IOException {
    ImageSize size = new ImageReader().read(IMAGES.file(image)).size();
    return Masks.map(
        Masks.image(
            size.width(),
            size.height(),
            (x, y) -> {
              int blue = Math.max(0, Math.min(255, 64 * steps.applyAsInt(x, y)));
              return (255 - blue) << 16 | blue;
            }));
  }

  private static RegionPyramid pyramid(RegionMap map) {
    return new RegionPyramid(RegionWeights.of(map, map.size().width(), map.size().height()));
  }

  private static Evaluation evaluate(
      Engines tested, Optional<StyleRegions> ofImage, Optional<StyleRegions> ofStyle)
      throws IOException {
    Vgg19 network =
        new VggLoader().load(IMAGES.file("network.mat"), KernelLayout.HW).with(Padding.REPLICATE);
    LossSettings settings =
        new LossSettings(
            List.of(
                new ContentLoss(1.5, layers("relu4_2")),
                new WassersteinStyleLoss(
                    1e6, 58, layers("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1")),
                new TotalVariationLoss(60, Neighbours.EIGHT)));
    ModelBuilder models = new ModelBuilder(network, settings, DataType.FLOAT);
    INDArray image = tensor("init.png", network);
    INDArray gradient = Nd4j.create(DataType.FLOAT, image.shape());
    try (Engine engine =
        tested.factory().create(models.losses(image.size(1), image.size(2), ofImage))) {
      engine.bind(
          BoundEngines.targets(
              tested.factory(),
              models,
              tensor("content.png", network),
              tensor("style.png", network),
              ofStyle));
      return new Evaluation(engine.evaluate(image, gradient), gradient);
    }
  }

  private static void assertGradient(INDArray gradient, String expected) throws IOException {
    double largest = gradient.amaxNumber().doubleValue();
    for (String line : Files.readAllLines(file(expected)).subList(1, 41)) {
      String[] at = line.split(",", -1);
      double value =
          gradient.getDouble(
              0, Integer.parseInt(at[0]), Integer.parseInt(at[1]), Integer.parseInt(at[2]));
      assertThat(Math.abs(value - Double.parseDouble(at[3])) / largest).as(line).isLessThan(1e-3);
    }
  }

  private static double relativeError(double actual, double expected) {
    return Math.abs(actual - expected) / Math.abs(expected);
  }

  private static LayerChoice layers(String... names) {
    return LayerChoice.of(Stream.of(names).map(name -> new LayerWeight(name, 1)).toList());
  }

  private static INDArray tensor(String name, Vgg19 network) throws IOException {
    RgbImage image = new ImageReader().read(IMAGES.file(name));
    float[] values = new float[image.samples().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Byte.toUnsignedInt(image.samples()[i]) - network.meanPixel()[i % 3];
    }
    return Nd4j.create(values, new long[] {1, image.height(), image.width(), 3}, 'c');
  }

  private static Path file(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(FineGoldenTest.class.getResource("/golden/fine/" + name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
