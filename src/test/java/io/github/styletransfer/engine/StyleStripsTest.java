package io.github.styletransfer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.RandomNetworks;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.model.loss.LayerChoice;
import io.github.styletransfer.model.loss.LayerWeight;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.model.loss.StyleLoss;
import io.github.styletransfer.model.loss.TargetImage;
import io.github.styletransfer.model.loss.TargetName;
import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.network.Reach;
import io.github.styletransfer.network.Strip;
import io.github.styletransfer.network.Strips;
import io.github.styletransfer.network.vgg.Padding;
import io.github.styletransfer.network.vgg.Pooling;
import io.github.styletransfer.network.wavelet.Wavelets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Gram matrices taken strip by strip are those of the whole image. */
class StyleStripsTest {
  /**
   * Both sum some thousand products in float32, in another order, and Winograd's tiles begin in
   * other rows: a few parts in a million of the largest element. One row of a layer that saw
   * another border makes a thousand times as much.
   */
  private static final double TOLERANCE = 1e-5;

  @ParameterizedTest
  @CsvSource({
    "ONEDNN, VGG, MAX, 21, 333",
    "ONEDNN, VGG, AVG, 34, 303",
    "ONEDNN, REFLECTED_VGG, MAX, 21, 333",
    "SAMEDIFF, VGG, MAX, 21, 333",
    "SAMEDIFF, VGG, AVG, 34, 303",
    "ONEDNN, WAVELETS, MAX, 45, 211",
    "SAMEDIFF, WAVELETS, MAX, 45, 211",
    "ONEDNN, COARSE_WAVELETS, MAX, 32, 109",
    "SAMEDIFF, COARSE_WAVELETS, MAX, 32, 109"
  })
  void addUpToTheWhole(Engines tested, Network kind, Pooling pooling, int width, int height) {
    EngineFactory engines = tested.factory();
    FeatureNetwork network = kind.create(pooling);
    List<String> layers =
        network.styleLayers().stream().filter(layer -> !layer.startsWith("conv")).toList();
    ModelBuilder models = models(network, layers);
    INDArray image = RandomNetworks.normal(new Random(1), 60, 1, height, width, 3);
    Map<TargetName, INDArray> whole =
        engines.targets(models.targets(TargetImage.STYLE, height, width), image).arrays();
    List<Strip> strips = Strips.of(width, height, models.reach(TargetImage.STYLE), 1);
    assertThat(strips).hasSizeGreaterThan(2);
    Map<TargetName, INDArray> sums = new HashMap<>();
    for (Strip strip : strips) {
      INDArray rows =
          image
              .get(
                  NDArrayIndex.all(),
                  NDArrayIndex.interval(strip.top(), strip.bottom()),
                  NDArrayIndex.all(),
                  NDArrayIndex.all())
              .dup('c');
      engines
          .targets(models.targets(TargetImage.STYLE, strip, width), rows)
          .arrays()
          .forEach((name, gram) -> sums.merge(name, gram, INDArray::addi));
    }
    assertThat(sums.keySet()).isEqualTo(whole.keySet()).hasSameSizeAs(layers);
    whole.forEach(
        (name, gram) ->
            assertThat(
                    Objects.requireNonNull(sums.get(name)).sub(gram).amaxNumber().doubleValue()
                        / gram.amaxNumber().doubleValue())
                .as(name.layer())
                .isLessThan(TOLERANCE));
  }

  @Test
  void lookAsFarAsTheDeepestLayer() {
    FeatureNetwork vgg = Network.VGG.create(Pooling.MAX);
    assertThat(reach(vgg, "relu1_1")).isEqualTo(new Reach(1, 1));
    assertThat(reach(vgg, "relu5_1")).isEqualTo(new Reach(16, 80));
    assertThat(reach(Wavelets.forSide(900), "level6")).isEqualTo(new Reach(32, 160));
  }

  private static Reach reach(FeatureNetwork network, String layer) {
    return models(network, List.of(layer)).reach(TargetImage.STYLE);
  }

  private static ModelBuilder models(FeatureNetwork network, List<String> layers) {
    StyleLoss style =
        new StyleLoss(
            1, LayerChoice.of(layers.stream().map(layer -> new LayerWeight(layer, 1)).toList()));
    return new ModelBuilder(network, new LossSettings(List.of(style)), DataType.FLOAT);
  }

  private enum Network {
    VGG,
    REFLECTED_VGG,
    WAVELETS,
    COARSE_WAVELETS;

    FeatureNetwork create(Pooling pooling) {
      return switch (this) {
        case VGG -> RandomNetworks.vgg19(1, 32, 6, 5, 7, 6).with(pooling);
        case REFLECTED_VGG ->
            RandomNetworks.vgg19(1, 32, 6, 5, 7, 6).with(pooling).with(Padding.REFLECT);
        case WAVELETS -> Wavelets.forSide(60);
        case COARSE_WAVELETS -> Wavelets.forSide(60).reduced(1);
      };
    }
  }
}
