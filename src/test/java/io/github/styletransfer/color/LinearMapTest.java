package io.github.styletransfer.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.image.RgbImage;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LinearMapTest {
  private static final int CHANNELS = RgbImage.CHANNELS;

  @Test
  void givesMeanAndCovariance() {
    RgbImage image = image(1, new double[][] {{30, 0, 0}, {10, 20, 5}, {0, 8, 25}}, 120);
    RgbImage model = image(2, new double[][] {{15, 5, 0}, {5, 25, 0}, {9, 0, 12}}, 140);
    Moments mapped = Moments.of(LinearMap.apply(image, model), 0);
    Moments wanted = Moments.of(model, 0);

    // Samples are rounded, which adds a twelfth to variances, and both images count as having 16
    // more, of which the map makes a little more or less.
    assertThat(mapped.mean()).containsExactly(wanted.mean(), within(0.1));
    for (int i = 0; i < CHANNELS; i++) {
      assertThat(mapped.covariance()[i]).containsExactly(wanted.covariance()[i], within(17.0));
    }
    assertThat(Moments.of(image, 0).covariance()[0][0]).isGreaterThan(800);
    assertThat(wanted.covariance()[0][0]).isLessThan(300);
  }

  @Test
  void changesNothingBetweenImagesOfTheSameColors() {
    RgbImage image = image(3, new double[][] {{30, 0, 0}, {10, 20, 5}, {0, 8, 25}}, 128);

    assertThat(LinearMap.apply(image, image).samples()).isEqualTo(image.samples());
  }

  /** A x A must be what takes one covariance to the other; A must be the positive root. */
  @Test
  void isTheSymmetricMapBetweenCovariances() {
    double[][] from = {{900, 200, 10}, {200, 500, 50}, {10, 50, 700}};
    double[][] to = {{200, -20, 30}, {-20, 900, 100}, {30, 100, 300}};
    double[][] map = LinearMap.between(from, to);
    double[][] given = Symmetric.product(Symmetric.product(map, from), map);

    for (int i = 0; i < CHANNELS; i++) {
      assertThat(given[i]).containsExactly(to[i], within(1e-8));
      for (int j = 0; j < i; j++) {
        assertThat(map[i][j]).isCloseTo(map[j][i], within(1e-12));
      }
    }
    assertThat(Arrays.stream(Symmetric.of(map).values()).min().orElseThrow()).isPositive();
  }

  @Test
  void sharesOutTheMoments() {
    RgbImage image = new RgbImage(2, 1, new byte[] {0, 10, (byte) 200, 4, 20, (byte) 240});
    Moments moments = Moments.of(image, 3);

    assertThat(moments.mean()).containsExactly(2, 15, 220);
    assertThat(moments.covariance())
        .isDeepEqualTo(new double[][] {{13, 10, 40}, {10, 34, 100}, {40, 100, 409}});
  }

  /** Uniform noise, mixed. */
  private static RgbImage image(long seed, double[][] mix, double mean) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] samples = new byte[80 * 70 * CHANNELS];
    for (int at = 0; at < samples.length; at += CHANNELS) {
      double[] noise = random.doubles(CHANNELS, -1.7, 1.7).toArray();
      for (int i = 0; i < CHANNELS; i++) {
        double value = mean;
        for (int j = 0; j < CHANNELS; j++) {
          value += mix[i][j] * noise[j];
        }
        samples[at + i] = (byte) Math.round(Math.max(0, Math.min(255, value)));
      }
    }
    return new RgbImage(80, 70, samples);
  }
}
