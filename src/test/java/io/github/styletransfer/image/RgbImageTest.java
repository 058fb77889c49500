package io.github.styletransfer.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RgbImageTest {
  @Test
  void keepsSizeAndSamples() {
    RgbImage image = new RgbImage(2, 1, new byte[] {1, 2, 3, 4, 5, 6});

    assertThat(image.width()).isEqualTo(2);
    assertThat(image.height()).isEqualTo(1);
    assertThat(image.samples()).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void refusesImagesWithoutPixels() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RgbImage(0, 3, new byte[0]))
        .withMessage("An image needs pixels, not 0 x 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RgbImage(3, -1, new byte[0]))
        .withMessage("An image needs pixels, not 3 x -1");
  }

  @Test
  void refusesArraysOfAnotherSize() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RgbImage(2, 2, new byte[11]))
        .withMessage("2 x 2 pixels don't have 11 samples");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RgbImage(1 << 16, 1 << 16, new byte[0]))
        .withMessage("65536 x 65536 pixels don't have 0 samples");
  }
}
