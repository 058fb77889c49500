package io.github.styletransfer.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.transfer.Painting;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColorMatchTest {
  /** Rounding to grey levels and the assumed noise change a covariance by a few percent. */
  @Test
  void givesMeanAndCovarianceOfTheModel() {
    RgbImage image = colors(1, 60, 80, new double[][] {{15, 0, 0}, {9, 12, 0}, {0, 10, 18}}, 120);
    RgbImage model = colors(2, 50, 90, new double[][] {{20, 5, 0}, {0, 14, 8}, {-12, 0, 10}}, 135);

    RgbImage matched = matched(image, model);

    for (int a = 0; a < 3; a++) {
      assertThat(mean(matched, a)).isCloseTo(mean(model, a), within(0.5));
      for (int b = 0; b < 3; b++) {
        double scale = Math.sqrt(covariance(model, a, a) * covariance(model, b, b));
        assertThat(covariance(matched, a, b))
            .isCloseTo(covariance(model, a, b), within(0.1 * scale));
      }
    }
  }

  /** An array's means and products are rounded to floats of a thousand pixels' sums. */
  @Test
  void countsTheSameColorsAsByArrays() {
    RgbImage image = colors(3, 70, 50, new double[][] {{15, 0, 0}, {9, 12, 0}, {0, 10, 18}}, 120);
    ColorMatch.Colors sums = ColorMatch.ofSums(image);
    ColorMatch.Colors arrays = ColorMatch.ofArray(image);
    assertThat(sums.mean().sub(arrays.mean()).amaxNumber().doubleValue()).isLessThan(1e-3);
    assertThat(sums.covariance().sub(arrays.covariance()).amaxNumber().doubleValue())
        .isLessThan(1e-2);
  }

  @Test
  void leavesAnImageOfTheRightColorsAlone() {
    RgbImage image = colors(1, 40, 40, new double[][] {{15, 0, 0}, {9, 12, 0}, {0, 10, 18}}, 120);
    byte[] matched = matched(image, image).samples();
    for (int i = 0; i < matched.length; i++) {
      assertThat(Byte.toUnsignedInt(matched[i]))
          .isCloseTo(Byte.toUnsignedInt(image.samples()[i]), within(1));
    }
  }

  @Test
  void turnsAUniformImageIntoTheMeanColor() {
    RgbImage model = colors(2, 30, 30, new double[][] {{20, 5, 0}, {0, 14, 8}, {-12, 0, 10}}, 135);
    RgbImage matched = matched(new RgbImage(2, 1, new byte[6]), model);
    assertThat(Byte.toUnsignedInt(matched.samples()[4])).isCloseTo((int) mean(model, 1), within(1));
  }

  @Test
  void givesTheColorsOfSeveralPaintingsTogether() {
    RgbImage one = colors(4, 20, 30, new double[][] {{15, 0, 0}, {9, 12, 0}, {0, 10, 18}}, 90);
    RgbImage other = colors(5, 20, 10, new double[][] {{20, 5, 0}, {0, 14, 8}, {-12, 0, 10}}, 150);
    byte[] all = Arrays.copyOf(one.samples(), one.samples().length + other.samples().length);
    System.arraycopy(other.samples(), 0, all, one.samples().length, other.samples().length);
    RgbImage photo = colors(6, 40, 40, new double[][] {{9, 0, 3}, {0, 25, 0}, {4, 0, 18}}, 120);

    // Weights in proportion to the pixels.
    byte[] matched =
        ColorMatch.apply(photo, List.of(new Painting(one, 3), new Painting(other, 1))).samples();
    byte[] expected = matched(photo, new RgbImage(20, 40, all)).samples();
    for (int i = 0; i < matched.length; i++) {
      assertThat(Byte.toUnsignedInt(matched[i]))
          .isCloseTo(Byte.toUnsignedInt(expected[i]), within(1));
    }
  }

  private static RgbImage matched(RgbImage image, RgbImage model) {
    return ColorMatch.apply(image, List.of(new Painting(model, 1)));
  }

  private static RgbImage colors(long seed, int width, int height, double[][] mixing, double mean) {
    Random random = new Random(seed);
    byte[] samples = new byte[3 * width * height];
    for (int i = 0; i < samples.length; i += 3) {
      double[] source = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      for (int c = 0; c < 3; c++) {
        double value =
            mean + mixing[c][0] * source[0] + mixing[c][1] * source[1] + mixing[c][2] * source[2];
        samples[i + c] = (byte) Math.round(Math.max(0, Math.min(255, value)));
      }
    }
    return new RgbImage(width, height, samples);
  }

  private static double mean(RgbImage image, int channel) {
    double sum = 0;
    for (int i = channel; i < image.samples().length; i += 3) {
      sum += Byte.toUnsignedInt(image.samples()[i]);
    }
    return sum * 3 / image.samples().length;
  }

  private static double covariance(RgbImage image, int a, int b) {
    double meanA = mean(image, a);
    double meanB = mean(image, b);
    double sum = 0;
    for (int i = 0; i < image.samples().length; i += 3) {
      sum +=
          (Byte.toUnsignedInt(image.samples()[i + a]) - meanA)
              * (Byte.toUnsignedInt(image.samples()[i + b]) - meanB);
    }
    return sum * 3 / image.samples().length;
  }
}
