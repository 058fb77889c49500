package io.github.styletransfer.network.thin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.styletransfer.network.FeatureMap;
import io.github.styletransfer.network.FeatureSize;
import io.github.styletransfer.network.Features;
import io.github.styletransfer.network.PublishedNetwork;
import io.github.styletransfer.network.vgg.Padding;
import io.github.styletransfer.network.vgg.Vgg19;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The published file's features against those that golden/thin/make.py computes of it in float64.
 * The file is named by the system property {@code thin.network}, or is where the program looks for
 * it; without it there is nothing to test.
 */
class ThinGoldenTest {
  private static final int HEIGHT = 48;
  private static final int WIDTH = 64;

  private final Path file =
      Path.of(System.getProperty("thin.network", PublishedNetwork.THIN.defaultFile()));

  @BeforeEach
  void needsTheFile() {
    assumeTrue(Files.exists(file), () -> file + " is not there");
  }

  /** What makes VGG-19's input was trained on with the rest, and hasn't gone far. */
  @Test
  void hasAboutVggsMeanPixel() throws IOException {
    Vgg19 network = ThinLoader.load(file);
    assertThat(network.meanPixel())
        .containsExactly(new float[] {123.68f, 116.779f, 103.939f}, within(1f));
    assertThat(network.layers()).hasSize(30);
  }

  /**
   * In float64 only the weights are rounded to 32 bits, 6e-8 of each term; in float32 the sums are
   * too. Relative to the root of the mean square of a layer.
   */
  @ParameterizedTest
  @CsvSource({
    "ZERO, DOUBLE, 1e-6",
    "ZERO, FLOAT, 1e-5",
    "REFLECT, DOUBLE, 1e-6",
    "REFLECT, FLOAT, 1e-5"
  })
  void featuresEqualTheReference(Padding padding, DataType type, double tolerance)
      throws IOException, URISyntaxException {
    Vgg19 network = ThinLoader.load(file).with(padding);
    SameDiff graph = SameDiff.create();
    FeatureMap image =
        new FeatureMap(
            graph.constant("image", image(network.meanPixel()).castTo(type)),
            new FeatureSize(HEIGHT, WIDTH, 3),
            0);
    Features features = network.addTo(graph, image, new HashSet<>(network.contentLayers()));
    Map<String, INDArray> maps = new HashMap<>();
    for (String layer : network.contentLayers()) {
      maps.put(layer, features.map(layer).variable().eval());
    }

    List<String> rows = expected(padding);
    assertThat(rows).hasSize(5 * network.layers().size());
    for (String row : rows) {
      String[] cells = row.split(",", -1);
      double actual =
          Objects.requireNonNull(maps.get(cells[1]))
              .getDouble(
                  0,
                  Integer.parseInt(cells[3]),
                  Integer.parseInt(cells[4]),
                  Integer.parseInt(cells[5]));
      assertThat(actual)
          .as(row)
          .isCloseTo(
              Double.parseDouble(cells[6]), within(tolerance * Double.parseDouble(cells[2])));
    }
  }

  private static List<String> expected(Padding padding) throws IOException, URISyntaxException {
    Path expected =
        Path.of(
            Objects.requireNonNull(ThinGoldenTest.class.getResource("/golden/thin/features.csv"))
                .toURI());
    String name = padding.name().toLowerCase(Locale.ROOT) + ",";
    return Files.readAllLines(expected).stream().filter(row -> row.startsWith(name)).toList();
  }

  /** The image of make.py, [1, height, width, 3], minus the mean pixel. */
  private static INDArray image(float[] meanPixel) {
    INDArray image = Nd4j.create(DataType.DOUBLE, 1, HEIGHT, WIDTH, 3);
    for (int row = 0; row < HEIGHT; row++) {
      for (int column = 0; column < WIDTH; column++) {
        for (int channel = 0; channel < 3; channel++) {
          int value =
              (7 * row * row + 13 * (channel + 1) * column + 3 * row * column + 50 * channel) % 256;
          image.putScalar(
              new long[] {0, row, column, channel}, value - (double) meanPixel[channel]);
        }
      }
    }
    return image;
  }
}
