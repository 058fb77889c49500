package io.github.styletransfer.patches;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The expected samples were computed by Pillow 12.3 with {@code
 * Image.fromarray(scrambled).resize((width, height), Image.LANCZOS)}.
 */
class LanczosTest {
  @Test
  void makesSmallerAsPillow() {
    assertThat(resized(5, 4, 3, 2))
        .containsExactly(
            45, 123, 180, 59, 189, 135, 61, 81, 49, 61, 122, 156, 170, 111, 125, 137, 134, 85);
  }

  @Test
  void makesLargerAsPillow() {
    assertThat(resized(2, 2, 5, 3))
        .containsExactly(
            0, 53, 235, 4, 96, 206, 35, 157, 166, 66, 219, 126, 87, 255, 97, 2, 150, 192, 15, 146,
            162, 45, 140, 121, 75, 135, 80, 96, 131, 51, 4, 246, 148, 26, 195, 118, 55, 123, 76, 84,
            50, 34, 104, 0, 4);
  }

  @Test
  void changesOnlyTheWidthAsPillow() {
    assertThat(resized(9, 3, 4, 3))
        .containsExactly(
            34, 175, 160, 56, 102, 60, 63, 103, 175, 54, 207, 151, 44, 38, 55, 138, 98, 136, 107,
            181, 107, 162, 116, 148, 145, 155, 139, 67, 100, 79, 94, 39, 94, 193, 60, 211);
  }

  @ParameterizedTest
  @CsvSource({"1024, 768, 500, 375", "3, 5, 2, 3", "100, 1, 10, 1"})
  void fitsTheWidth(int width, int height, int newWidth, int newHeight) {
    RgbImage result = Lanczos.fitWidth(PatchImages.scrambled(width, height), newWidth);

    assertThat(result.width()).isEqualTo(newWidth);
    assertThat(result.height()).isEqualTo(newHeight);
  }

  @ParameterizedTest
  @CsvSource({"8, 6, 4, 3", "7, 5, 3, 2", "1, 1, 1, 1"})
  void halves(int width, int height, int newWidth, int newHeight) {
    RgbImage result = Lanczos.half(PatchImages.scrambled(width, height));

    assertThat(result.width()).isEqualTo(newWidth);
    assertThat(result.height()).isEqualTo(newHeight);
  }

  private static int[] resized(int width, int height, int newWidth, int newHeight) {
    RgbImage result = Lanczos.resize(PatchImages.scrambled(width, height), newWidth, newHeight);
    int[] samples = new int[result.samples().length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = result.samples()[i] & 0xff;
    }
    return samples;
  }
}
