package io.github.styletransfer.patches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.image.RgbImage;
import org.junit.jupiter.api.Test;

class EdgeCorrelationTest {
  /** What rounding in double precision may make of these numbers. */
  private static final double ROUNDING = 1e-9;

  @Test
  void ofAnImageWithItselfAndItsNegativeIsOne() {
    RgbImage image = PatchImages.grey(8, 6, (x, y) -> 7 * x * x % 200 + 9 * y);
    RgbImage negative = PatchImages.grey(8, 6, (x, y) -> 255 - 7 * x * x % 200 - 9 * y);

    assertThat(EdgeCorrelation.between(image, image)).isCloseTo(1, within(ROUNDING));
    assertThat(EdgeCorrelation.between(image, negative)).isCloseTo(1, within(ROUNDING));
  }

  /** The magnitudes are 0, 50, 50, 0 and 100, 50, 0, 0. */
  @Test
  void ofEdgesInOtherPlacesIsLow() {
    RgbImage one = PatchImages.grey(4, 1, (x, y) -> x < 2 ? 0 : 100);
    RgbImage other = PatchImages.grey(4, 1, (x, y) -> x < 1 ? 0 : 100);

    assertThat(EdgeCorrelation.between(one, other))
        .isCloseTo(-1250 / (50 * Math.sqrt(6875)), within(ROUNDING));
  }

  @Test
  void aSlopeRunsInBothDirections() {
    assertThat(EdgeCorrelation.magnitudes(PatchImages.grey(5, 4, (x, y) -> 3 * x + 4 * y)))
        .hasSize(20)
        .containsOnly(new double[] {5}, within(ROUNDING));
  }

  @Test
  void colorsCountAsBrightAsTheyLook() {
    RgbImage image = new RgbImage(2, 1, new byte[] {0, 0, 0, 100, 50, 10});

    assertThat(EdgeCorrelation.magnitudes(image))
        .hasSize(2)
        .containsOnly(new double[] {60.39}, within(ROUNDING));
  }

  @Test
  void refusesImagesOfTwoSizes() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                EdgeCorrelation.between(PatchImages.scrambled(4, 6), PatchImages.scrambled(6, 4)));
  }
}
