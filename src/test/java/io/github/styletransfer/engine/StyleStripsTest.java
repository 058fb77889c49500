package io.github.styletransfer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.RandomNetworks;
import io.github.styletransfer.model.LayerWeight;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.model.Pooling;
import io.github.styletransfer.model.Reach;
import io.github.styletransfer.model.Strip;
import io.github.styletransfer.model.Strips;
import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.network.Wavelets;
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
    "SAMEDIFF, VGG, MAX, 21, 333",
    "SAMEDIFF, VGG, AVG, 34, 303",
    "ONEDNN, WAVELETS, MAX, 45, 211",
    "SAMEDIFF, WAVELETS, MAX, 45, 211",
    "ONEDNN, COARSE_WAVELETS, MAX, 32, 109",
    "SAMEDIFF, COARSE_WAVELETS, MAX, 32, 109"
  })
  void addUpToTheWhole(Engines tested, Network kind, Pooling pooling, int width, int height) {
    EngineFactory engines = tested.factory();
    FeatureNetwork network = kind.create();
    ModelBuilder models = new ModelBuilder(network, pooling, DataType.FLOAT);
    List<LayerWeight> layers =
        network.styleLayers().stream()
            .filter(layer -> !layer.startsWith("conv"))
            .map(layer -> new LayerWeight(layer, 1))
            .toList();
    INDArray image = RandomNetworks.normal(new Random(1), 60, 1, height, width, 3);
    Map<String, INDArray> whole =
        engines.targets(models.styleTargets(height, width, layers), image);
    List<Strip> strips = Strips.of(width, height, models.styleReach(layers), 1);
    assertThat(strips).hasSizeGreaterThan(2);
    Map<String, INDArray> sums = new HashMap<>();
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
          .targets(models.styleTargets(strip, width, layers), rows)
          .forEach((layer, gram) -> sums.merge(layer, gram, INDArray::addi));
    }
    assertThat(sums.keySet()).isEqualTo(whole.keySet()).hasSameSizeAs(layers);
    whole.forEach(
        (layer, gram) ->
            assertThat(
                    Objects.requireNonNull(sums.get(layer)).sub(gram).amaxNumber().doubleValue()
                        / gram.amaxNumber().doubleValue())
                .as(layer)
                .isLessThan(TOLERANCE));
  }

  @Test
  void lookAsFarAsTheDeepestLayer() {
    ModelBuilder vgg = new ModelBuilder(Network.VGG.create(), Pooling.MAX, DataType.FLOAT);
    assertThat(vgg.styleReach(List.of(new LayerWeight("relu1_1", 1)))).isEqualTo(new Reach(1, 1));
    assertThat(vgg.styleReach(List.of(new LayerWeight("relu5_1", 1)))).isEqualTo(new Reach(16, 80));
    ModelBuilder wavelets = new ModelBuilder(Wavelets.forSide(900), Pooling.MAX, DataType.FLOAT);
    assertThat(wavelets.styleReach(List.of(new LayerWeight("level6", 1))))
        .isEqualTo(new Reach(32, 160));
  }

  private enum Network {
    VGG,
    WAVELETS,
    COARSE_WAVELETS;

    FeatureNetwork create() {
      return switch (this) {
        case VGG -> RandomNetworks.vgg19(1, 32, 6, 5, 7, 6);
        case WAVELETS -> Wavelets.forSide(60);
        case COARSE_WAVELETS -> Wavelets.forSide(60).reduced(1);
      };
    }
  }
}
