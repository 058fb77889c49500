package io.github.styletransfer.patches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.image.RgbImage;
import org.junit.jupiter.api.Test;

class PatchDistanceTest {
  /** What rounding in double precision may make of numbers near 1. */
  private static final double ROUNDING = 1e-12;

  /** Of every nine columns, four or five are white and the others black. */
  private static final RgbImage STRIPES = PatchImages.grey(24, 20, (x, y) -> x % 2 == 0 ? 255 : 0);

  /** Root mean square: the mean colour is 4/9 or 5/9 of white, the variance 4/9 times 5/9. */
  private static final double STRIPES_DEVIATION = 255 * Math.sqrt(20) / 9;

  @Test
  void ofACopyIsZero() {
    RgbImage painting = PatchImages.scrambled(30, 20);

    assertThat(PatchDistance.between(PatchImages.cut(painting, 3, 2, 14, 15), painting)).isZero();
  }

  @Test
  void ofGreyFromStripesIsTheirDeviation() {
    RgbImage grey = PatchImages.grey(12, 15, (x, y) -> 100);

    assertThat(PatchDistance.between(grey, STRIPES))
        .isCloseTo(
            Math.sqrt((5 * 100 * 100 + 4 * 155 * 155) / 9.0) / STRIPES_DEVIATION, within(ROUNDING));
  }

  /** Nine rows of stripes above eight of grey: of each patch, 0 to 8 rows of nine are grey. */
  @Test
  void isARootMeanSquare() {
    RgbImage mixed = PatchImages.grey(9, 17, (x, y) -> y < 9 ? x % 2 * 255 : 100);
    double ofGrey = Math.sqrt((5 * 100 * 100 + 4 * 155 * 155) / 9.0) / STRIPES_DEVIATION;

    // The mean of 3000 random shares of grey is within 0.01 of 4/9. The mean of roots were 0.60.
    assertThat(PatchDistance.between(mixed, STRIPES))
        .isCloseTo(Math.sqrt(4 / 9.0) * ofGrey, within(0.01));
  }

  @Test
  void countsColoursApart() {
    byte[] red = new byte[9 * 9 * 3];
    for (int i = 0; i < red.length; i += 3) {
      red[i] = (byte) 255;
    }
    // The stripes of nine columns that begin with black hold four white ones.
    double squared = 5 * 255 * 255 * 1 + 4 * 255 * 255 * 2;

    assertThat(PatchDistance.between(new RgbImage(9, 9, red), STRIPES))
        .isCloseTo(Math.sqrt(squared / 27) / STRIPES_DEVIATION, within(ROUNDING));
  }

  @Test
  void deviationIsFromEachPatchsOwnColourChannelByChannel() {
    RgbImage painting = PatchImages.random(3, 12, 11, 0, 256);
    RgbImage grey = PatchImages.grey(9, 9, (x, y) -> 128);

    assertThat(PatchDistance.between(grey, painting))
        .isCloseTo(
            Math.sqrt(
                new NearestPatch(new Patches(painting)).squaredDistance(new Patches(grey), 0)
                    / meanSquaredDeviation(painting)),
            within(ROUNDING));
  }

  /** Summed up over each patch. */
  private static double meanSquaredDeviation(RgbImage image) {
    double deviation = 0;
    int patches = 0;
    for (int top = 0; top + 9 <= image.height(); top++) {
      for (int left = 0; left + 9 <= image.width(); left++) {
        patches++;
        byte[] patch = PatchImages.cut(image, left, top, 9, 9).samples();
        for (int channel = 0; channel < 3; channel++) {
          double mean = 0;
          for (int i = channel; i < patch.length; i += 3) {
            mean += (patch[i] & 0xff) / 81.0;
          }
          for (int i = channel; i < patch.length; i += 3) {
            deviation += Math.pow((patch[i] & 0xff) - mean, 2);
          }
        }
      }
    }
    return deviation / patches;
  }
}
