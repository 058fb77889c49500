package io.github.styletransfer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.BoundEngines;
import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.model.loss.LayerWeight;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.network.wavelet.Wavelets;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The built-in network against the values that golden/wavelet/make.py computes in float64. */
class WaveletGoldenTest {
  private static final float GREY = 127.5f;

  /**
   * Float32 against float64: the losses are sums of squared differences, each of sums of some
   * hundred products, so a few parts in 10^6. The reference gradient's own error is about 1e-8.
   */
  @ParameterizedTest
  @EnumSource
  void lossesAndGradientEqualTheReference(Engines tested) throws IOException {
    EngineFactory engines = tested.factory();
    INDArray content = tensor("content.png");
    INDArray style = tensor("style.png");
    INDArray image = Nd4j.createFromNpyFile(file("init.npy").toFile()).subi(GREY);
    image = image.reshape(1, image.size(0), image.size(1), 3);
    Wavelets network = Wavelets.forSide(26);
    LossSettings settings =
        new LossSettings(
            2, 100, 0.01, layers(List.of("level2", "level3")), layers(network.styleLayers()));
    ModelBuilder models = new ModelBuilder(network, settings, DataType.FLOAT);
    INDArray gradient = Nd4j.create(DataType.FLOAT, image.shape());
    Losses losses;
    try (Engine engine = BoundEngines.of(engines, models, content, style)) {
      losses = engine.evaluate(image, gradient);
    }

    double[] expected = GoldenCase.losses(file("losses.csv")).get(0);
    assertThat(relativeError(losses.total(), expected[0])).isLessThan(1e-5);
    assertThat(relativeError(losses.term("content"), expected[1])).isLessThan(1e-5);
    assertThat(relativeError(losses.term("style"), expected[2])).isLessThan(1e-5);
    assertThat(relativeError(losses.term("tv"), expected[3])).isLessThan(1e-5);
    INDArray reference = Nd4j.createFromNpyFile(file("gradient.npy").toFile());
    double largest = reference.amaxNumber().doubleValue();
    INDArray difference =
        gradient.castTo(DataType.DOUBLE).reshape(reference.shape()).sub(reference);
    assertThat(difference.amaxNumber().doubleValue() / largest).isLessThan(1e-4);
  }

  private static double relativeError(double actual, double expected) {
    return Math.abs(actual - expected) / Math.abs(expected);
  }

  private static List<LayerWeight> layers(List<String> names) {
    return names.stream().map(name -> new LayerWeight(name, 1)).toList();
  }

  private static INDArray tensor(String name) throws IOException {
    RgbImage image = new ImageReader().read(file(name));
    float[] values = new float[image.samples().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Byte.toUnsignedInt(image.samples()[i]) - GREY;
    }
    return Nd4j.create(values, new long[] {1, image.height(), image.width(), 3}, 'c');
  }

  private static Path file(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(WaveletGoldenTest.class.getResource("/golden/wavelet/" + name))
              .toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
