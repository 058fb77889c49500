package io.github.styletransfer.model.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightTextTest {
  @Test
  void weightsAreShort() {
    assertThat(
            List.of(
                WeightText.of(4),
                WeightText.of(1 / 11.0),
                WeightText.of(500),
                WeightText.of(0),
                WeightText.of(1e-30),
                WeightText.of(2.5e20)))
        .containsExactly("4", "0.09091", "500", "0", "1e-30", "2.5e20");
  }

  @Test
  void equalWeightsAreToldOnce() {
    List<LayerWeight> levels =
        IntStream.rangeClosed(1, 6).mapToObj(i -> new LayerWeight("level" + i, 1)).toList();
    assertThat(new LossSettings(4, 100, 0, levels.subList(3, 6), levels))
        .hasToString(
            "Weights: content 4 on level4, level5, level6 (1 each), style 100 on level1 … level6"
                + " (1/6 each), total variation 0");
  }

  @Test
  void otherWeightsAreToldForEachLayer() {
    assertThat(
            new LossSettings(
                5,
                500,
                100,
                List.of(new LayerWeight("relu4_2", 1)),
                List.of(new LayerWeight("relu1_1", 1), new LayerWeight("relu2_1", 2))))
        .hasToString(
            "Weights: content 5 on relu4_2 (1), style 500 on relu1_1:0.3333, relu2_1:0.6667, total"
                + " variation 100");
  }

  @Test
  void aLossWithoutLayersSaysSo() {
    assertThat(new LossSettings(0, 0, 1, List.of(), List.of()))
        .hasToString("Weights: content 0 on no layers, style 0 on no layers, total variation 1");
  }
}
