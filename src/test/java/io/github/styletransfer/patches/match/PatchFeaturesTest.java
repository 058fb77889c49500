package io.github.styletransfer.patches.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.patches.raster.FloatImages;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchFeaturesTest {
  private static final int COUNT = PatchFeatures.COUNT;

  /**
   * How far a bound's root may be beyond the distance's: means are rounded down to 1 / 8192, which
   * is a number's part of 0.00012; the deviation of equal colours is the root of what single
   * precision makes of them, up to 0.002 in all.
   */
  private static final double ROUNDING = 0.0015;

  private final Bands bands = new Bands(2);

  @AfterEach
  void close() {
    bands.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 17})
  void areMeansAndDeviation(int side) {
    FloatImage image = FloatImages.soft(1, 40, 37);
    short[] features = new PatchFeatures(image, side).of(image, bands);
    int width = 40 - side + 1;

    assertThat(features).hasSize(width * (37 - side + 1) * COUNT);
    for (int patch = 0; patch < features.length / COUNT; patch++) {
      double[] sums = new double[3];
      double squares = 0;
      for (int i = 0; i < side * side * 3; i++) {
        int x = patch % width + i / 3 % side;
        int y = patch / width + i / 3 / side;
        double value = image.values()[(y * 40 + x) * 3 + i % 3];
        sums[i % 3] += value;
        squares += value * value;
      }
      double variance = squares / (side * side);
      for (int c = 0; c < 3; c++) {
        double mean = sums[c] / (side * side);
        variance -= mean * mean;
        assertThat(features[patch * COUNT + c] / (double) PatchFeatures.ONE)
            .isCloseTo(mean, within(1.1 / PatchFeatures.ONE));
      }
      double deviation = features[patch * COUNT + 3] / (double) PatchFeatures.ONE;
      assertThat(deviation * deviation).isCloseTo(Math.max(0, variance), within(5e-4));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 17})
  void boundIsNotAboveTheDistance(int side) {
    List<FloatImage> images =
        List.of(
            FloatImages.random(2, 23, 19),
            FloatImages.random(3, 18, 40, 2),
            FloatImages.soft(4, 30, 20),
            FloatImages.flat(20, 21, 1, 1, 1),
            FloatImages.flat(20, 21, 0.9999, 0.9999, -0.3),
            FloatImages.flat(19, 18, -1, 0.123, 0.001));
    double nearest = 1;
    for (FloatImage image : images) {
      for (FloatImage other : images) {
        short[] features = new PatchFeatures(image, side).of(image, bands);
        short[] others = new PatchFeatures(other, side).of(other, bands);
        int width = image.width() - side + 1;
        int otherWidth = other.width() - side + 1;
        for (int patch = 0; patch < features.length / COUNT; patch += 3) {
          for (int to = 0; to < others.length / COUNT; to += 7) {
            double distance =
                distance(
                    image,
                    patch % width,
                    patch / width,
                    other,
                    to % otherWidth,
                    to / otherWidth,
                    side);
            double bound = bound(features, patch, others, to);
            nearest = distance > 0.1 ? Math.min(nearest, 1 - bound / distance) : nearest;

            assertThat(Math.sqrt(bound)).isLessThan(Math.sqrt(distance) + ROUNDING);
          }
        }
      }
    }

    assertThat(nearest).as("flat patches differ by what the bound says").isLessThan(0.001);
  }

  /** That of each band is summed up anew, so that it doesn't depend on the number of threads. */
  @Test
  void areTheSameForAllNumbersOfThreads() {
    FloatImage image = FloatImages.random(5, 30, 100);
    short[] expected = new PatchFeatures(image, 5).of(image, bands).clone();
    for (int threads : new int[] {1, 3, 8}) {
      try (Bands others = new Bands(threads)) {
        assertThat(new PatchFeatures(image, 5).of(image, others)).isEqualTo(expected);
      }
    }
  }

  @Test
  void sumsDoNotDriftOverAWideImage() {
    FloatImage image = FloatImages.random(6, 6000, 20, 2);
    for (int i = 0; i < image.values().length; i++) {
      image.values()[i] = i / 3 % 6000 < 5900 ? image.values()[i] : 0.3f;
    }
    short[] features = new PatchFeatures(image, 17).of(image, bands);
    int last = features.length - COUNT;

    assertThat(features[last] / PatchFeatures.ONE).isCloseTo(0.3f, within(2e-4f));
    assertThat(features[last + 3] / PatchFeatures.ONE).isCloseTo(0, within(0.005f));
  }

  private static double bound(short[] features, int patch, short[] others, int other) {
    double sum = 0;
    for (int i = 0; i < COUNT; i++) {
      double difference = features[patch * COUNT + i] - others[other * COUNT + i];
      sum += difference * difference;
    }
    return sum / (3 * PatchFeatures.ONE * (double) PatchFeatures.ONE);
  }

  private static double distance(
      FloatImage image, int x, int y, FloatImage other, int otherX, int otherY, int side) {
    double sum = 0;
    for (int row = 0; row < side; row++) {
      for (int i = 0; i < side * 3; i++) {
        double difference =
            image.values()[((y + row) * image.width() + x) * 3 + i]
                - other.values()[((otherY + row) * other.width() + otherX) * 3 + i];
        sum += difference * difference;
      }
    }
    return sum / (side * side * 3);
  }
}
