package io.github.styletransfer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.styletransfer.BoundEngines;
import io.github.styletransfer.RandomNetworks;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.model.Targets;
import io.github.styletransfer.model.loss.LayerWeight;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.model.loss.TargetName;
import io.github.styletransfer.network.vgg.Pooling;
import io.github.styletransfer.network.wavelet.Wavelets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One engine for one set of targets after the other. */
class EngineBindTest {
  private static final int HEIGHT = 33;
  private static final int WIDTH = 47;

  private record Evaluation(Losses losses, INDArray gradient) {}

  @ParameterizedTest
  @CsvSource({
    "SAMEDIFF, VGG",
    "SAMEDIFF, WAVELETS",
    "ONEDNN, VGG",
    "ONEDNN, WAVELETS",
  })
  void anEngineBoundAgainEqualsAFreshOneToTheBit(Engines tested, Network network) {
    EngineFactory engines = tested.factory();
    ModelBuilder models = network.models();
    Targets first = targets(engines, models, 1);
    Targets second = targets(engines, models, 2);
    Evaluation expected = fresh(engines, models, second);
    try (Engine engine = engine(engines, models)) {
      engine.bind(first);
      Evaluation before = evaluate(engine);
      engine.bind(second);
      Evaluation again = evaluate(engine);
      assertThat(before.losses()).isNotEqualTo(expected.losses());
      assertSame(again, expected);
      engine.bind(first);
      assertSame(evaluate(engine), before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsEvaluatedWithoutTargets(Engines tested) {
    ModelBuilder models = Network.WAVELETS.models();
    try (Engine engine = engine(tested.factory(), models)) {
      assertThatThrownBy(() -> evaluate(engine))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no targets are bound");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTargetThatIsMissingIsNamedAndTheOthersStayBound(Engines tested) {
    EngineFactory engines = tested.factory();
    ModelBuilder models = Network.WAVELETS.models();
    Targets targets = targets(engines, models, 1);
    Map<TargetName, INDArray> fewer = new HashMap<>(targets(engines, models, 2).arrays());
    fewer.remove(new TargetName("style", "level1-2"));
    try (Engine engine = engine(engines, models)) {
      engine.bind(targets);
      assertThatThrownBy(() -> engine.bind(new Targets(fewer)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("there is no target style/level1-2");
      assertSame(evaluate(engine), fresh(engines, models, targets));
    }
  }

  @ParameterizedTest
  @EnumSource
  void targetsOfAnotherSizeAreRefused(Engines tested) {
    EngineFactory engines = tested.factory();
    ModelBuilder models = Network.VGG.models();
    Targets smaller =
        BoundEngines.targets(engines, models, noise(1, HEIGHT, WIDTH / 2), noise(2, 17, 22));
    try (Engine engine = engine(engines, models)) {
      assertThatThrownBy(() -> engine.bind(smaller))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the target content/conv2_2 is [1, 17, 12, 5], not [1, 17, 24, 5]");
    }
  }

  private static void assertSame(Evaluation actual, Evaluation expected) {
    assertThat(actual.losses()).isEqualTo(expected.losses());
    assertThat(actual.gradient().data().asFloat())
        .containsExactly(expected.gradient().data().asFloat());
  }

  private static Targets targets(EngineFactory engines, ModelBuilder models, long seed) {
    return BoundEngines.targets(
        engines, models, noise(10 * seed, HEIGHT, WIDTH), noise(10 * seed + 1, 17, 22));
  }

  private static Engine engine(EngineFactory engines, ModelBuilder models) {
    return engines.create(models.losses(HEIGHT, WIDTH));
  }

  private static Evaluation fresh(EngineFactory engines, ModelBuilder models, Targets targets) {
    try (Engine engine = engine(engines, models)) {
      engine.bind(targets);
      return evaluate(engine);
    }
  }

  private static Evaluation evaluate(Engine engine) {
    INDArray image = noise(3, HEIGHT, WIDTH);
    INDArray gradient = Nd4j.create(DataType.FLOAT, image.shape());
    return new Evaluation(engine.evaluate(image, gradient), gradient);
  }

  private static INDArray noise(long seed, int height, int width) {
    return RandomNetworks.normal(new Random(seed), 60, 1, height, width, 3);
  }

  private enum Network {
    VGG,
    WAVELETS;

    ModelBuilder models() {
      return switch (this) {
        case VGG ->
            new ModelBuilder(
                RandomNetworks.vgg19(1, 4, 5, 6, 7, 5).with(Pooling.MAX),
                settings(List.of("conv2_2"), List.of("relu1_1", "pool2", "conv3_1")),
                DataType.FLOAT);
        case WAVELETS ->
            new ModelBuilder(
                Wavelets.forSide(60),
                settings(List.of("level2"), List.of("level1", "level1-2", "level2")),
                DataType.FLOAT);
      };
    }

    private static LossSettings settings(List<String> content, List<String> style) {
      return new LossSettings(3, 50, 0.7, layers(content.stream()), layers(style.stream()));
    }

    private static List<LayerWeight> layers(Stream<String> names) {
      return names.map(name -> new LayerWeight(name, 1)).toList();
    }
  }
}
