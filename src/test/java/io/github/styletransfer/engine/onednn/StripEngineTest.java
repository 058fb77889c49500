package io.github.styletransfer.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.samediff.SameDiffEngineFactory;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.network.vgg.Pooling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * An image that goes through the network by strips has the losses and the gradient of the whole.
 */
class StripEngineTest {
  private static final long GIGA = 1_000_000_000;

  /** Sums over pixels are rounded in another order, and Winograd's tiles begin in other rows. */
  private static final double TOLERANCE = 1e-5;

  /**
   * Gram matrices whose sums are rounded otherwise move some gradients to the next bfloat16, which
   * differs by 1/128 at most.
   */
  private static final double BFLOAT16_TOLERANCE = 1e-2;

  private static EngineFactory whole(Precision precision) {
    return new OneDnnEngineFactory(precision, Long.MAX_VALUE, new SameDiffEngineFactory());
  }

  /** So little memory that everything is taken by strips, of 32 rows. */
  private static EngineFactory strips(Precision precision) {
    return new OneDnnEngineFactory(precision, 1, new SameDiffEngineFactory());
  }

  /**
   * With maximum pooling, the least rounding may change which pixel is taken: no Winograd there.
   */
  @ParameterizedTest
  @CsvSource({
    "AVG, 320, 40, 4-5-6-7-5",
    "AVG, 303, 37, 4-5-6-7-5",
    "MAX, 257, 21, 4-5-6-7-5",
    "MAX, 402, 33, 8-5-6-7-5",
    "AVG, 391, 64, 32-32-64-32-32",
  })
  void equalsTheWhole(Pooling pooling, int height, int width, String channels) {
    check(LossCase.vgg19(pooling, height, width, 3, channels), Precision.FLOAT32, TOLERANCE);
    check(LossCase.usualVgg19(pooling, height, width, 3, channels), Precision.FLOAT32, TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource({"AVG, 303, 37, 8-8-16-7-8", "AVG, 320, 64, 32-32-64-32-32"})
  void equalsTheWholeInBfloat16(Pooling pooling, int height, int width, String channels) {
    assumeThat(OneDnn.hasBfloat16()).isTrue();
    check(
        LossCase.usualVgg19(pooling, height, width, 3, channels),
        Precision.BFLOAT16,
        BFLOAT16_TOLERANCE);
  }

  private static void check(LossCase some, Precision precision, double tolerance) {
    LossCase.Evaluation whole = some.evaluate(whole(precision));
    LossCase.Evaluation strips = some.evaluate(strips(precision));
    assertThat(whole.engine()).isEqualTo(OneDnnEngine.class);
    assertThat(strips.engine()).isEqualTo(OneDnnStripEngine.class);
    Losses expected = whole.losses();
    assertThat(strips.losses().total())
        .isCloseTo(expected.total(), within(tolerance * expected.total()));
    expected
        .terms()
        .forEach(
            (name, value) ->
                assertThat(strips.losses().terms().get(name))
                    .as(name)
                    .isCloseTo(value, within(tolerance * value)));
    double largest = whole.gradient().amaxNumber().doubleValue();
    INDArray difference = strips.gradient().sub(whole.gradient());
    for (int y = 0; y < some.height(); y++) {
      INDArray row = difference.get(NDArrayIndex.point(0), NDArrayIndex.point(y));
      assertThat(row.amaxNumber().doubleValue()).as("row %d", y).isLessThan(tolerance * largest);
    }
  }

  @Test
  void takesTheWholeAsLongAsItFits() {
    LossModel model = LossCase.usualVgg19(Pooling.AVG, 320, 40, 1, "4-5-6-7-5").losses();
    assertThat(whole(Precision.FLOAT32).executor(model, 0).names()).doesNotContainKey("strips");
    assertThat(strips(Precision.FLOAT32).executor(model, 0).names()).containsEntry("strips", "yes");
  }

  /** Its levels go side by side. */
  @Test
  void leavesTheBuiltInNetworkWhole() {
    LossCase wavelets = LossCase.wavelets(333, 47, 2, 3);
    try (Engine engine = strips(Precision.FLOAT32).create(wavelets.losses())) {
      assertThat(engine).isInstanceOf(OneDnnEngine.class);
    }
  }

  /** With 3.5 GB for the images and for Adam. */
  @ParameterizedTest
  @EnumSource
  void anImageOfFortyEightMegapixelsFitsIntoEightGigabytes(Precision precision) {
    LossCase wide = LossCase.usualVgg19(Pooling.MAX, 96, 96, 1, "64-128-256-512-512");
    EngineFactory engines =
        new OneDnnEngineFactory(precision, 8 * GIGA, new SameDiffEngineFactory());
    LossModel model = wide.models().losses(6000, 8000);
    assertThat(engines.peakBytes(model, 7 * GIGA / 2)).isLessThan(8 * GIGA);
    assertThat(engines.executor(model, 7 * GIGA / 2).strips()).isTrue();
  }
}
