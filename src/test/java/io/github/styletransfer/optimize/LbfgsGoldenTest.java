package io.github.styletransfer.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.styletransfer.BoundEngines;
import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.samediff.SameDiffEngineFactory;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.model.loss.LayerWeight;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.network.vgg.Vgg19;
import io.github.styletransfer.network.vgg.VggLoader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** On the losses that the optimisers are for. */
class LbfgsGoldenTest {
  private final EngineFactory engines = new SameDiffEngineFactory();

  /** Adam's losses are the reference implementation's. */
  @ParameterizedTest
  @EnumSource
  void reachesHalfOfAdamsLossInAsManyEvaluations(GoldenCase golden) throws IOException {
    double[] adam = golden.losses().stream().mapToDouble(losses -> losses[0]).toArray();
    double lowest = Double.POSITIVE_INFINITY;
    Vgg19 network = new VggLoader().load(golden.file("network.mat"), golden.kernelLayout);
    INDArray image = tensor(golden, "init.png", network);
    INDArray gradient = Nd4j.create(image.dataType(), image.shape());
    Lbfgs lbfgs = LbfgsSettings.DEFAULT.create(image.dataType(), image.shape());
    try (Engine engine = engine(golden, network)) {
      for (int evaluation = 0; evaluation < adam.length; evaluation++) {
        double loss = engine.evaluate(image, gradient).total();
        lowest = Math.min(lowest, loss);
        lbfgs.update(image, gradient, loss);
      }
      assertThat(lowest).isLessThan(Arrays.stream(adam).min().orElseThrow() / 2);
      assertThat(engine.evaluate(lbfgs.result(image), gradient).total())
          .isCloseTo(lowest, withinPercentage(1e-3));
    }
  }

  private Engine engine(GoldenCase golden, Vgg19 network) throws IOException {
    INDArray content = tensor(golden, "content.png", network);
    INDArray style = tensor(golden, "style.png", network);
    LossSettings settings =
        new LossSettings(
            golden.contentWeight,
            golden.styleWeight,
            golden.tvWeight,
            layers("relu4_2"),
            layers("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1"));
    ModelBuilder models = new ModelBuilder(network.with(golden.pooling), settings, DataType.FLOAT);
    return BoundEngines.of(engines, models, content, style);
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
