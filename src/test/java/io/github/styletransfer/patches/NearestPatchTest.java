package io.github.styletransfer.patches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.styletransfer.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestPatchTest {
  @ParameterizedTest
  @CsvSource({"0, 256, 0, 256", "0, 50, 200, 256", "200, 256, 0, 50", "100, 110, 0, 256"})
  void findsTheNearestOfAll(int from, int to, int paintedFrom, int paintedTo) {
    RgbImage image = PatchImages.random(1, 13, 12, from, to);
    RgbImage painting = PatchImages.random(2, 30, 25, paintedFrom, paintedTo);
    Patches patches = new Patches(image);
    NearestPatch nearest = new NearestPatch(new Patches(painting));

    for (int y = 0; y < 4; y++) {
      for (int x = 0; x < 5; x++) {
        assertThat(nearest.squaredDistance(patches, y * 5 + x))
            .isEqualTo(smallestDistance(image, x, y, painting));
      }
    }
  }

  @Test
  void findsACopyAtEveryPlace() {
    RgbImage painting = PatchImages.scrambled(21, 17);
    NearestPatch nearest = new NearestPatch(new Patches(painting));

    for (int y = 0; y <= 8; y++) {
      for (int x = 0; x <= 12; x++) {
        Patches copy = new Patches(PatchImages.cut(painting, x, y, 9, 9));

        assertThat(nearest.squaredDistance(copy, 0)).isZero();
      }
    }
  }

  @Test
  void findsThatBlackIsAsFarAsCanBeFromWhite() {
    Patches black = new Patches(PatchImages.grey(9, 9, (x, y) -> 0));
    Patches white = new Patches(PatchImages.grey(9, 9, (x, y) -> 255));

    assertThat(new NearestPatch(white).squaredDistance(black, 0)).isEqualTo(9 * 9 * 3 * 255 * 255);
    assertThat(new NearestPatch(black).squaredDistance(white, 0)).isEqualTo(9 * 9 * 3 * 255 * 255);
  }

  @Test
  void refusesAnImageSmallerThanAPatch() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Patches(PatchImages.scrambled(8, 20)))
        .withMessage("An image of 8 x 20 pixels has no patch");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Patches(PatchImages.scrambled(20, 8)));
  }

  private static int smallestDistance(RgbImage image, int x, int y, RgbImage painting) {
    int smallest = Integer.MAX_VALUE;
    for (int top = 0; top + 9 <= painting.height(); top++) {
      for (int left = 0; left + 9 <= painting.width(); left++) {
        int distance = 0;
        for (int row = 0; row < 9; row++) {
          for (int i = 0; i < 27; i++) {
            int sample = image.samples()[((y + row) * image.width() + x) * 3 + i] & 0xff;
            int paint = painting.samples()[((top + row) * painting.width() + left) * 3 + i] & 0xff;
            distance += (sample - paint) * (sample - paint);
          }
        }
        smallest = Math.min(smallest, distance);
      }
    }
    return smallest;
  }
}
