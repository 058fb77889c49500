package io.github.styletransfer.network.wavelet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

class WaveletsTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "12, 1", "13, 2", "24, 2", "25, 3", "193, 6", "192, 5", "10000, 6"})
  void hasAsManyLevelsAsAreNoSmallerThanAFilter(int side, int levels) {
    assertThat(Wavelets.forSide(side).lastLevel()).isEqualTo(levels);
  }

  @Test
  void namesLevelsAndPairs() {
    Wavelets network = Wavelets.forSide(25);

    assertThat(network.contentLayers()).containsExactly("level1", "level2", "level3");
    assertThat(network.styleLayers())
        .containsExactly("level1", "level1-2", "level2", "level2-3", "level3");
  }

  @Test
  void leavesTheFinestLevelsOutWhenReduced() {
    Wavelets network = Wavelets.forSide(25);

    assertThat(network.reduced(0).styleLayers()).isEqualTo(network.styleLayers());
    assertThat(network.reduced(1).styleLayers()).containsExactly("level2", "level2-3", "level3");
    assertThat(network.reduced(9).styleLayers()).containsExactly("level3");
  }

  @Test
  void filtersHaveZeroMeanAndPhasesAreOpposite() {
    INDArray kernel = Wavelets.forSide(100).kernel().castTo(DataType.DOUBLE);
    assertThat(kernel.shape()).containsExactly(7, 7, 3, 71);
    for (int feature = 0; feature < 64; feature++) {
      INDArray filter = feature(kernel, feature);
      assertThat(Math.abs(filter.sumNumber().doubleValue())).isLessThan(1e-7);
      assertThat(filter.norm2Number().doubleValue()).isGreaterThan(1e-3);
      INDArray opposite = feature(kernel, feature % 4 < 2 ? feature + 2 : feature - 2);
      assertThat(filter.add(opposite).amaxNumber().doubleValue()).isLessThan(1e-8);
    }
  }

  /** The constant that makes Gram matrices hold the means. */
  @Test
  void theLastFeatureIsOne() {
    Wavelets network = Wavelets.forSide(100);
    assertThat(feature(network.kernel(), 70).amaxNumber().doubleValue()).isZero();
    assertThat(network.bias().getDouble(70)).isEqualTo(1);
    assertThat(network.bias().sumNumber().doubleValue()).isEqualTo(1);
  }

  @Test
  void theBlurKeepsTheMeanOfEachColor() {
    INDArray blur = Wavelets.forSide(100).blur().castTo(DataType.DOUBLE);
    INDArray sums = blur.sum(0, 1);
    for (int in = 0; in < 3; in++) {
      for (int out = 0; out < 3; out++) {
        assertThat(sums.getDouble(in, out)).isEqualTo(in == out ? 1 : 0);
      }
    }
  }

  private static INDArray feature(INDArray kernel, int feature) {
    return kernel.get(
        NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(feature));
  }
}
