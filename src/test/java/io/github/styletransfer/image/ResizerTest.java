package io.github.styletransfer.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The expected samples were computed by Pillow 12.3 with {@code
 * Image.fromarray(scrambled).resize((width, height), Image.BILINEAR)}, or {@code Image.BICUBIC}.
 */
class ResizerTest {
  @Test
  void makesSmallerAsPillow() {
    assertThat(resized(5, 4, 3, 2))
        .containsExactly(
            47, 128, 176, 69, 172, 130, 67, 87, 58, 57, 129, 151, 158, 111, 122, 133, 127, 89);
  }

  @Test
  void makesLargerAsPillow() {
    assertThat(resized(2, 2, 5, 3))
        .containsExactly(
            0, 96, 206, 7, 108, 196, 37, 154, 157, 67, 200, 118, 74, 212, 108, 9, 147, 171, 16, 146,
            161, 45, 140, 121, 74, 134, 81, 81, 133, 71, 18, 198, 136, 25, 184, 126, 53, 126, 85,
            81, 68, 44, 88, 54, 34);
  }

  @Test
  void changesOnlyTheWidthAsPillow() {
    assertThat(resized(9, 3, 4, 3))
        .containsExactly(
            35, 166, 150, 55, 102, 76, 62, 118, 170, 54, 196, 146, 48, 44, 55, 133, 102, 136, 117,
            164, 106, 157, 121, 142, 135, 145, 131, 82, 99, 80, 94, 51, 109, 182, 55, 199);
  }

  @Test
  void makesLargerAndSmallerAtOnceAsPillow() {
    assertThat(resized(3, 7, 4, 2))
        .containsExactly(
            65, 80, 127, 57, 110, 98, 56, 141, 109, 64, 163, 157, 106, 146, 134, 106, 131, 127, 122,
            121, 116, 149, 117, 106);
  }

  @Test
  void resizesByCubicsAsPillowsBicubic() {
    assertThat(cubic(3, 7, 4, 2))
        .containsExactly(
            61, 74, 133, 52, 108, 92, 52, 147, 104, 58, 166, 163, 115, 149, 131, 106, 129, 126, 123,
            116, 115, 155, 118, 104);
    assertThat(cubic(9, 3, 4, 3))
        .containsExactly(
            35, 170, 155, 55, 101, 67, 62, 110, 175, 55, 202, 147, 46, 39, 52, 136, 103, 140, 109,
            174, 106, 163, 116, 144, 140, 149, 134, 74, 102, 78, 93, 43, 101, 188, 57, 206);
  }

  @Test
  void returnsAnImageOfTheRightSizeAsItIs() {
    RgbImage image = TestImages.scrambled(4, 3);

    assertThat(Resizer.resize(image, 4, 3)).isSameAs(image);
  }

  @Test
  void keepsAPlainColor() {
    byte[] white = new byte[7 * 5 * 3];
    Arrays.fill(white, (byte) 255);

    assertThat(Resizer.resize(new RgbImage(7, 5, white), 3, 11).samples()).containsOnly((byte) 255);
  }

  @ParameterizedTest
  @CsvSource({"1024, 768, 500, 375", "3, 5, 2, 3", "100, 1, 10, 1", "4, 6, 3, 5"})
  void fitsTheWidth(int width, int height, int newWidth, int newHeight) {
    RgbImage result = Resizer.fitWidth(TestImages.scrambled(width, height), newWidth);

    assertThat(result.width()).isEqualTo(newWidth);
    assertThat(result.height()).isEqualTo(newHeight);
  }

  @ParameterizedTest
  @CsvSource({"8, 6, 4, 4, 3", "6, 8, 4, 3, 4", "5, 5, 9, 9, 9", "1, 100, 10, 1, 10"})
  void fitsTheLongestSide(int width, int height, int length, int newWidth, int newHeight) {
    RgbImage result = Resizer.fitLongestSide(TestImages.scrambled(width, height), length);

    assertThat(result.width()).isEqualTo(newWidth);
    assertThat(result.height()).isEqualTo(newHeight);
  }

  @Test
  void refusesSizesThatNoImageHas() {
    RgbImage image = TestImages.scrambled(4, 3);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Resizer.resize(image, 0, 5))
        .withMessage("Can't resize to 0 x 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Resizer.resize(image, 60_000, 60_000))
        .withMessage("Can't resize to 60000 x 60000");
  }

  private static int[] resized(int width, int height, int newWidth, int newHeight) {
    return TestImages.unsigned(
        Resizer.resize(TestImages.scrambled(width, height), newWidth, newHeight));
  }

  private static int[] cubic(int width, int height, int newWidth, int newHeight) {
    return TestImages.unsigned(
        Resizer.resize(TestImages.scrambled(width, height), newWidth, newHeight, Resampling.CUBIC));
  }
}
