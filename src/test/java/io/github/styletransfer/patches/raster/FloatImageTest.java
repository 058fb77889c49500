package io.github.styletransfer.patches.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.styletransfer.image.RgbImage;
import org.junit.jupiter.api.Test;

class FloatImageTest {
  @Test
  void keepsAllLevels() {
    byte[] levels = new byte[256 * 3];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) i;
    }
    FloatImage image = FloatImage.of(new RgbImage(16, 16, levels));

    assertThat(image.values()[0]).isEqualTo(-1);
    assertThat(image.values()[255]).isEqualTo(1);
    assertThat(image.toRgb().samples()).isEqualTo(levels);
    assertThat(image.toRgb().width()).isEqualTo(16);
  }

  @Test
  void roundsToTheNearestLevelAndClips() {
    float level = 2 / 255f;
    float[] values = {
      -1 + 0.49f * level, -1 + 0.51f * level, 1 - 0.49f * level, 1 - 0.51f * level, -1.5f, 1.5f
    };

    assertThat(new FloatImage(2, 1, values).toRgb().samples())
        .containsExactly(0, 1, 255, 254, 0, 255);
  }

  @Test
  void clipsInPlace() {
    FloatImage image = new FloatImage(1, 1, new float[] {-1.01f, 0.5f, 7});
    image.clip();

    assertThat(image.values()).containsExactly(-1, 0.5f, 1);
  }

  @Test
  void refusesAnotherNumberOfValues() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FloatImage(2, 2, new float[11]))
        .withMessage("11 values for 2 x 2 pixels");
  }
}
