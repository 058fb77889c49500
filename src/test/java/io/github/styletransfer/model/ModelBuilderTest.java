package io.github.styletransfer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.styletransfer.RandomNetworks;
import io.github.styletransfer.model.loss.LayerWeight;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.model.loss.TargetImage;
import io.github.styletransfer.model.loss.TargetName;
import io.github.styletransfer.network.vgg.Vgg19;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ModelBuilderTest {
  private final Vgg19 network = RandomNetworks.vgg19(1, 2, 3, 4, 5, 6);

  @Test
  void buildsNoDeeperThanTheDeepestLayerInUse() {
    TargetModel model = models(List.of("relu2_1"), List.of()).targets(TargetImage.CONTENT, 8, 8);

    assertThat(model.graph().hasVariable("relu2_1")).isTrue();
    assertThat(model.graph().hasVariable("conv2_2")).isFalse();
  }

  @Test
  void oddSizesAreRoundedUpByPooling() {
    TargetModel model = models(List.of("pool2"), List.of()).targets(TargetImage.CONTENT, 5, 9);

    assertThat(model.graph().getVariable("pool2").eval(image(5, 9)).shape())
        .containsExactly(1, 2, 3, 3);
    assertThat(model.elements()).isEqualTo(2 * 3 * 3);
  }

  @Test
  void countsTheActivationsOfRectifiersAndPoolingLayers() {
    LossModel model = models(List.of("relu2_1"), List.of("relu1_1")).losses(5, 9);
    long firstBlock = 2 * (5 * 9 * 2) + 3 * 5 * 2;
    long secondBlock = 3 * 5 * 3;
    assertThat(model.activations()).isEqualTo(firstBlock + secondBlock);
  }

  @Test
  void refusesLayersThatTheNetworkHasNot() {
    assertThatThrownBy(() -> models(List.of(), List.of("relu9_9")).targets(TargetImage.STYLE, 8, 8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no layer is named relu9_9");
  }

  @Test
  void takesTargetsAndTheScalesOfTheirErrorsAsInputs() {
    LossModel model = models(List.of("relu2_1"), List.of("relu1_1")).losses(4, 4);
    INDArray features = Nd4j.valueArrayOf(new long[] {1, 2, 2, 3}, 2f);
    INDArray gram = Nd4j.ones(2, 2);
    Targets targets =
        new Targets(
            Map.of(
                new TargetName("content", "relu2_1"), features,
                new TargetName("style", "relu1_1"), gram));

    assertThat(model.bindings(targets))
        .containsOnlyKeys(
            "content_target/relu2_1",
            "content_scale/relu2_1",
            "style_target/relu1_1",
            "style_scale/relu1_1")
        .containsEntry("content_target/relu2_1", features)
        .containsEntry("content_scale/relu2_1", Nd4j.scalar(2f / 12))
        .containsEntry("style_scale/relu1_1", Nd4j.scalar(3f / 4));
    assertThatThrownBy(() -> model.bindings(new Targets(Map.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no target content/relu2_1");
  }

  private ModelBuilder models(List<String> contentLayers, List<String> styleLayers) {
    return new ModelBuilder(
        network,
        new LossSettings(2, 3, 1, layers(contentLayers), layers(styleLayers)),
        DataType.FLOAT);
  }

  private static List<LayerWeight> layers(List<String> names) {
    return names.stream().map(name -> new LayerWeight(name, 1)).toList();
  }

  private static Map<String, INDArray> image(long height, long width) {
    return Map.of("image", RandomNetworks.normal(new Random(1), 1, 1, height, width, 3));
  }
}
