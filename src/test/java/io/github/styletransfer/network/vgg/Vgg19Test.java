package io.github.styletransfer.network.vgg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class Vgg19Test {
  private static final float[] MEAN = {1, 2, 3};

  private final Vgg19 network =
      new Vgg19(List.of(new Layer.Relu("relu1_1"), new Layer.Pool("pool1")), MEAN);

  @Test
  void knowsItsLayers() {
    assertThat(network.contentLayers()).containsExactly("relu1_1", "pool1");
    assertThat(network.indexOf("pool1")).isEqualTo(1);
    assertThat(network.styleLayers()).isEqualTo(network.contentLayers());
    assertThatThrownBy(() -> network.indexOf("pool2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no layer is named pool2");
  }

  @Test
  void keepsItsMeanPixel() {
    network.meanPixel()[0] = 9;
    assertThat(network.meanPixel()).containsExactly(1, 2, 3);
    assertThatThrownBy(() -> new Vgg19(List.of(), new float[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a mean pixel has 3 values, not 1");
  }
}
