package io.github.styletransfer.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.Masks;
import org.junit.jupiter.api.Test;

class RegionPyramidTest {
  /** Of four rows, red has 64 pixels, 16, 4 and then 1; of two, 32, 8 and then 2. */
  @Test
  void aRegionHasAStyleAsLongAsItHasFourPixels() {
    assertThat(pyramid(16, 4).levelsWithStyle(red(4))).isEqualTo(3);
    assertThat(pyramid(16, 2).levelsWithStyle(red(2))).isEqualTo(2);
    assertThat(pyramid(1, 4).levelsWithStyle(red(4))).isZero();
  }

  @Test
  void isEqualToThatOfAnEqualMaskAtTheSameSize() {
    RegionPyramid pyramid = pyramid(16, 4);
    pyramid.at(2);
    assertThat(pyramid).isEqualTo(pyramid(16, 4)).hasSameHashCodeAs(pyramid(16, 4));
    assertThat(pyramid).isNotEqualTo(pyramid(16, 5)).isNotEqualTo(pyramid(17, 4));
  }

  /** Red above, blue below. */
  private static RegionMap map(int rows) {
    return Masks.map(Masks.image(16, 16, (x, y) -> y < rows ? Masks.RED : Masks.BLUE));
  }

  private static int red(int rows) {
    return map(rows).colors().indexOf(RegionColor.of(0xff, 0, 0));
  }

  private static RegionPyramid pyramid(int side, int rows) {
    return new RegionPyramid(RegionWeights.of(map(rows), side, side));
  }
}
