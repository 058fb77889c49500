package io.github.styletransfer.patches.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.color.Symmetric;
import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.patches.raster.FloatImages;
import io.github.styletransfer.patches.raster.Paintings;
import io.github.styletransfer.patches.raster.Randomness;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ColorMapsTest {
  private static final int CHANNELS = FloatImage.CHANNELS;

  /** The variance that both images are thought to have more: four grey levels, squared. */
  private static final double NOISE = 4 / 127.5 * (4 / 127.5);

  private final Bands bands = new Bands(2);

  @AfterEach
  void close() {
    bands.close();
  }

  @Test
  void covarianceMapGivesMeanAndCovariance() {
    FloatImage photo = shrunk(FloatImages.soft(1, 60, 50), 0.5, 0.1);
    FloatImage painting = shrunk(FloatImages.soft(2, 45, 70), 0.6, -0.2);
    CovarianceMap map = new CovarianceMap(photo, Paintings.of(painting));
    FloatImage mapped = map.of(photo, bands);
    double[][] matrix = matrix(map);
    double[][] spread = Symmetric.product(matrix, matrix);

    // None is clipped, so all is exact but for rounding. The map takes the photo's covariance and
    // the noise to the painting's and the noise.
    assertThat(Arrays.stream(floats(mapped)).map(Math::abs).max().orElseThrow()).isLessThan(1);
    assertThat(mean(mapped)).containsExactly(mean(painting), within(1e-6));
    for (int i = 0; i < CHANNELS; i++) {
      for (int j = 0; j < CHANNELS; j++) {
        double noise = NOISE * ((i == j ? 1 : 0) - spread[i][j]);
        assertThat(covariance(mapped)[i][j])
            .isCloseTo(covariance(painting)[i][j] + noise, within(1e-5));
        assertThat(covariance(mapped)[i][j]).isCloseTo(covariance(painting)[i][j], within(0.01));
      }
    }
  }

  /** The one map of two Gaussians that is symmetric and positive is that of least change. */
  @Test
  void covarianceMapIsThatOfLeastChange() {
    FloatImage photo = shrunk(FloatImages.soft(3, 40, 40), 0.5, 0);
    CovarianceMap map =
        new CovarianceMap(photo, Paintings.of(shrunk(FloatImages.soft(4, 40, 40), 0.5, 0)));
    double[][] matrix = matrix(map);

    for (int i = 0; i < CHANNELS; i++) {
      for (int j = 0; j < CHANNELS; j++) {
        assertThat(matrix[i][j]).isCloseTo(matrix[j][i], within(1e-5));
      }
    }
    assertThat(Arrays.stream(Symmetric.of(matrix).values()).min().orElseThrow()).isPositive();
  }

  @Test
  void covarianceMapStaysInRange() {
    FloatImage photo = FloatImages.soft(5, 30, 30);
    float[] values =
        new CovarianceMap(photo, Paintings.of(FloatImages.random(6, 30, 30, 2)))
            .of(photo, bands)
            .values();

    for (float value : values) {
      assertThat(value).isBetween(-1f, 1f);
    }
  }

  @Test
  void distributionMapGivesTheQuantilesOfAllDirections() {
    FloatImage photo = FloatImages.soft(7, 90, 80);
    FloatImage painting = FloatImages.soft(8, 70, 100);
    FloatImage mapped = distributionMap(photo, painting).of(photo, bands);

    SplittableRandom random = new SplittableRandom(1);
    for (int direction = 0; direction < 20; direction++) {
      double[] axis = new double[CHANNELS];
      if (direction < CHANNELS) {
        axis[direction] = 1;
      } else {
        for (int c = 0; c < CHANNELS; c++) {
          axis[c] = Randomness.gaussian(random);
        }
      }
      double length = Math.sqrt(axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2]);
      double[] given = projected(mapped, axis);
      double[] wanted = projected(painting, axis);
      double[] before = projected(photo, axis);
      double error = 0;
      double before0 = 0;
      for (int percent = 1; percent < 100; percent++) {
        error += Math.abs(quantile(given, percent) - quantile(wanted, percent)) / length / 99;
        before0 += Math.abs(quantile(before, percent) - quantile(wanted, percent)) / length / 99;
      }

      // After 24 rotations the distributions are alike, not equal: the mean difference of quantiles
      // is a grey level or two, where it was dozens.
      assertThat(error).as("direction %s", direction).isLessThan(2 / 127.5);
      assertThat(before0).isGreaterThan(8 / 127.5);
    }
  }

  @Test
  void changeLittleWhenPhotoAndPaintingHaveTheSameColours() {
    for (FloatImage photo :
        List.of(FloatImages.soft(9, 50, 40), FloatImages.random(10, 40, 30, 3))) {
      FloatImage other = turned(photo);

      // Both are exact but for rounding: 24 times three products, and the two roots of a matrix.
      assertClose(new CovarianceMap(photo, Paintings.of(other)).of(photo, bands), photo, 1e-5);
      assertClose(distributionMap(photo, other).of(photo, bands), photo, 1e-4);
    }
  }

  /** Half black and half white, painted with all greys: as bright as these on average. */
  @Test
  void distributionMapKeepsToTheMeanWithFewColours() {
    FloatImage photo = new FloatImage(40, 30);
    FloatImage painting = new FloatImage(40, 30);
    for (int i = 0; i < photo.values().length; i++) {
      int pixel = i / CHANNELS;
      photo.values()[i] = pixel % 2 == 0 ? -1 : 1;
      painting.values()[i] = (float) (2.0 * pixel / (40 * 30 - 1) - 1);
    }
    float[] values = distributionMap(photo, painting).of(photo, bands).values();

    assertThat(values[0]).isCloseTo(-0.5f, within(0.01f));
    assertThat(values[3]).isCloseTo(0.5f, within(0.01f));
  }

  @Test
  void giveNumbersForAllKindsOfImages() {
    List<FloatImage> images =
        List.of(
            FloatImages.flat(9, 7, 0.2, -0.4, 1),
            FloatImages.flat(3, 4, -1, -1, -1),
            FloatImages.flat(1, 1, 1, 1, 1),
            FloatImages.random(1, 1, 1),
            FloatImages.random(2, 2, 1),
            FloatImages.random(3, 8, 8, 2),
            grey(FloatImages.random(4, 8, 8, 2)),
            grey(FloatImages.random(5, 20, 20)),
            FloatImages.soft(6, 30, 20));
    for (FloatImage photo : images) {
      for (FloatImage painting : images) {
        for (ColorMap map :
            List.of(
                new CovarianceMap(photo, Paintings.of(painting)),
                distributionMap(photo, painting))) {
          float[] values = map.of(photo, bands).values();

          // No axis gives more than the square root of 3, and a channel gets no more than three
          // axes' shares, whose squares add up to 1.
          for (float value : values) {
            assertThat(value).isBetween(-3.001f, 3.001f);
          }
        }
      }
    }
  }

  @Test
  void paintAFlatPhotoInTheMiddleOfThePaintingsColours() {
    FloatImage photo = FloatImages.flat(5, 5, 0.9, -0.9, 0.3);
    FloatImage painting = FloatImages.soft(11, 40, 40);
    double[] mean = mean(painting);
    float[] shifted = new CovarianceMap(photo, Paintings.of(painting)).of(photo, bands).values();
    float[] moved = distributionMap(photo, painting).of(photo, bands).values();

    for (int c = 0; c < CHANNELS; c++) {
      assertThat((double) shifted[c]).isCloseTo(mean[c], within(1e-5));
      assertThat((double) moved[c]).isBetween(-1.0, 1.0);
    }
  }

  @Test
  void doNotDependOnTheNumberOfThreads() {
    FloatImage photo = FloatImages.soft(12, 50, 40);
    FloatImage painting = FloatImages.soft(13, 60, 40);
    float[] expected = distributionMap(photo, painting).of(photo, bands).values();
    for (int threads : new int[] {1, 3, 8}) {
      try (Bands others = new Bands(threads)) {
        assertThat(
                new DistributionMap(photo, Paintings.of(painting), new Randomness(3), others)
                    .of(photo, others)
                    .values())
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void leaveThePhotoAsItIs() {
    FloatImage photo = FloatImages.soft(14, 20, 20);
    FloatImage painting = FloatImages.soft(15, 20, 20);
    float[] before = photo.values().clone();
    distributionMap(photo, painting).of(photo, bands);
    new CovarianceMap(photo, Paintings.of(painting)).of(photo, bands);

    assertThat(photo.values()).isEqualTo(before);
  }

  private static double[][] matrix(CovarianceMap map) {
    float[] origin = new float[CHANNELS];
    map.apply(origin, 0);
    double[][] matrix = new double[CHANNELS][CHANNELS];
    for (int c = 0; c < CHANNELS; c++) {
      float[] axis = new float[CHANNELS];
      axis[c] = 0.1f;
      map.apply(axis, 0);
      for (int i = 0; i < CHANNELS; i++) {
        matrix[i][c] = (axis[i] - origin[i]) * 10;
      }
    }
    return matrix;
  }

  private DistributionMap distributionMap(FloatImage photo, FloatImage painting) {
    return new DistributionMap(photo, Paintings.of(painting), new Randomness(3), bands);
  }

  private static void assertClose(FloatImage actual, FloatImage expected, double tolerance) {
    for (int i = 0; i < expected.values().length; i++) {
      assertThat((double) actual.values()[i]).isCloseTo(expected.values()[i], within(tolerance));
    }
  }

  private static FloatImage shrunk(FloatImage image, double factor, double added) {
    for (int i = 0; i < image.values().length; i++) {
      image.values()[i] = (float) (image.values()[i] * factor + added);
    }
    return image;
  }

  /** Of the first channel alone. */
  private static FloatImage grey(FloatImage image) {
    for (int i = 0; i < image.values().length; i++) {
      image.values()[i] = image.values()[i - i % CHANNELS];
    }
    return image;
  }

  /** The last pixel first. */
  private static FloatImage turned(FloatImage image) {
    FloatImage turned = new FloatImage(image.width(), image.height());
    int length = image.values().length;
    for (int i = 0; i < length; i++) {
      turned.values()[length - CHANNELS - i + 2 * (i % CHANNELS)] = image.values()[i];
    }
    return turned;
  }

  private static double[] floats(FloatImage image) {
    double[] values = new double[image.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = image.values()[i];
    }
    return values;
  }

  private static double[] mean(FloatImage image) {
    double[] mean = new double[CHANNELS];
    double[] values = floats(image);
    for (int i = 0; i < values.length; i++) {
      mean[i % CHANNELS] += values[i] * CHANNELS / values.length;
    }
    return mean;
  }

  private static double[][] covariance(FloatImage image) {
    double[] mean = mean(image);
    double[] values = floats(image);
    double[][] covariance = new double[CHANNELS][CHANNELS];
    for (int i = 0; i < values.length; i++) {
      int pixel = i - i % CHANNELS;
      for (int c = 0; c < CHANNELS; c++) {
        covariance[i % CHANNELS][c] +=
            (values[i] - mean[i % CHANNELS])
                * (values[pixel + c] - mean[c])
                * CHANNELS
                / values.length;
      }
    }
    return covariance;
  }

  private static double[] projected(FloatImage image, double[] axis) {
    double[] values = new double[image.values().length / CHANNELS];
    for (int i = 0; i < image.values().length; i++) {
      values[i / CHANNELS] += axis[i % CHANNELS] * image.values()[i];
    }
    Arrays.sort(values);
    return values;
  }

  private static double quantile(double[] sorted, int percent) {
    return sorted[sorted.length * percent / 100];
  }
}
