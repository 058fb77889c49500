package io.github.styletransfer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.BoundEngines;
import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.model.loss.LayerWeight;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.network.vgg.Vgg19;
import io.github.styletransfer.network.vgg.VggLoader;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Both engines against the original program's arithmetic in float64. */
class VggGoldenTest {
  static Stream<Arguments> lossesAndGradientEqualTheReference() {
    return Stream.of(GoldenCase.values())
        .flatMap(golden -> Stream.of(Engines.values()).map(e -> Arguments.of(golden, e)));
  }

  /** Float32 against float64: sums of up to 10^5 products, so a few parts in 10^6. */
  @ParameterizedTest
  @MethodSource
  void lossesAndGradientEqualTheReference(GoldenCase golden, Engines engine) throws IOException {
    EngineFactory engines = engine.factory();
    Vgg19 network = new VggLoader().load(golden.file("network.mat"), golden.kernelLayout);
    INDArray content = tensor(golden, "content.png", network);
    INDArray style = tensor(golden, "style.png", network);
    INDArray image = tensor(golden, "init.png", network);
    LossSettings settings =
        new LossSettings(
            golden.contentWeight,
            golden.styleWeight,
            golden.tvWeight,
            layers("relu4_2"),
            layers("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1"));
    ModelBuilder models = new ModelBuilder(network.with(golden.pooling), settings, DataType.FLOAT);

    INDArray gradient = Nd4j.create(DataType.FLOAT, image.shape());
    try (Engine evaluator = BoundEngines.of(engines, models, content, style)) {
      for (int repeat = 0; repeat < 3; repeat++) {
        Losses losses = evaluator.evaluate(image, gradient);
        double[] expected = golden.losses().get(0);
        assertThat(relativeError(losses.total(), expected[0])).isLessThan(1e-5);
        assertThat(relativeError(losses.term("content"), expected[1])).isLessThan(1e-5);
        assertThat(relativeError(losses.term("style"), expected[2])).isLessThan(1e-5);
        assertThat(relativeError(losses.term("tv"), expected[3])).isLessThan(1e-5);
      }
    }
    INDArray expected = golden.gradient();
    double largest = expected.amaxNumber().doubleValue();
    double error = gradient.castTo(DataType.DOUBLE).sub(expected).amaxNumber().doubleValue();
    assertThat(error / largest).isCloseTo(0, within(1e-4));
  }

  private static double relativeError(double actual, double expected) {
    return Math.abs(actual - expected) / Math.abs(expected);
  }

  private static List<LayerWeight> layers(String... names) {
    return Stream.of(names).map(name -> new LayerWeight(name, 1)).toList();
  }

  private static INDArray tensor(GoldenCase golden, String file, Vgg19 network) throws IOException {
    RgbImage image = new ImageReader().read(golden.file(file));
    float[] values = new float[image.samples().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Byte.toUnsignedInt(image.samples()[i]) - network.meanPixel()[i % 3];
    }
    return Nd4j.create(values, new long[] {1, image.height(), image.width(), 3}, 'c');
  }
}
