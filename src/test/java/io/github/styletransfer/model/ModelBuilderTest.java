package io.github.styletransfer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.styletransfer.RandomNetworks;
import io.github.styletransfer.network.Vgg19;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class ModelBuilderTest {
  private final Vgg19 network = RandomNetworks.vgg19(1, 2, 3, 4, 5, 6);
  private final ModelBuilder models = new ModelBuilder(network, Pooling.MAX, DataType.FLOAT);

  @Test
  void buildsNoDeeperThanTheDeepestLayerInUse() {
    TargetModel model = models.contentTargets(8, 8, List.of(new LayerWeight("relu2_1", 1)));

    assertThat(model.graph().hasVariable("relu2_1")).isTrue();
    assertThat(model.graph().hasVariable("conv2_2")).isFalse();
  }

  @Test
  void oddSizesAreRoundedUpByPooling() {
    TargetModel model = models.contentTargets(5, 9, List.of(new LayerWeight("pool2", 1)));

    assertThat(model.graph().getVariable("pool2").eval(image(5, 9)).shape())
        .containsExactly(1, 2, 3, 3);
  }

  @Test
  void countsTheActivationsOfRectifiersAndPoolingLayers() {
    LossSettings settings =
        new LossSettings(
            1,
            1,
            1,
            List.of(new LayerWeight("relu2_1", 1)),
            List.of(new LayerWeight("relu1_1", 1)));
    long firstBlock = 2 * (5 * 9 * 2) + 3 * 5 * 2;
    long secondBlock = 3 * 5 * 3;
    assertThat(models.activations(5, 9, settings)).isEqualTo(firstBlock + secondBlock);
  }

  @Test
  void refusesLayersThatTheNetworkHasNot() {
    assertThatThrownBy(() -> models.styleTargets(8, 8, List.of(new LayerWeight("relu9_9", 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no layer is named relu9_9");
  }

  private static Map<String, INDArray> image(long height, long width) {
    return Map.of("image", RandomNetworks.normal(new Random(1), 1, 1, height, width, 3));
  }
}
