package io.github.styletransfer.patches.sliced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.patches.raster.FloatImages;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageAdamTest {
  private static final int WIDTH = 9;
  private static final int HEIGHT = 21;

  private final Bands bands = new Bands(2);

  @AfterEach
  void close() {
    bands.close();
  }

  /** Steps of 0.01 in single precision, over an image that comes to its limits. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 30})
  void stepsAsTheFormulaSays(int steps) {
    FloatImage image = FloatImages.random(1, WIDTH, HEIGHT);
    double[] expected = new double[image.values().length];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = image.values()[i];
    }
    double[] first = new double[expected.length];
    double[] second = new double[expected.length];
    ImageAdam adam = ImageAdam.forImage(image);
    for (int step = 0; step < steps; step++) {
      float[][][] gradient = gradient(step);
      adam.step(image, gradient, step, steps, 0.01, bands);
      double factor = 2 * step < steps ? 1 : 0.1 + 0.9 * (steps - step) / (steps / 2.0);
      for (int i = 0; i < expected.length; i++) {
        double g = gradient[i % 3][i / 3 / WIDTH][i / 3 % WIDTH];
        first[i] = 0.9 * first[i] + 0.1 * g;
        second[i] = 0.99 * second[i] + 0.01 * g * g;
        double mean = first[i] / (1 - Math.pow(0.9, step + 1));
        double root = Math.sqrt(second[i] / (1 - Math.pow(0.99, step + 1)));
        double moved = expected[i] - 0.01 * factor * mean / (root + 1e-8);
        expected[i] = Math.max(-1, Math.min(1, moved));
      }
    }

    for (int i = 0; i < expected.length; i++) {
      assertThat((double) image.values()[i]).isCloseTo(expected[i], within(3e-6));
      assertThat((double) adam.first()[i]).isCloseTo(first[i], within(1e-6));
      assertThat((double) adam.second()[i]).isCloseTo(second[i], within(1e-6));
    }
  }

  @Test
  void doesNotMoveWhereTheGradientIsZero() {
    FloatImage image = FloatImages.random(2, WIDTH, HEIGHT);
    float[] before = image.values().clone();
    ImageAdam.forImage(image).step(image, new float[3][HEIGHT][WIDTH], 0, 3, 0.5, bands);

    assertThat(image.values()).isEqualTo(before);
  }

  @Test
  void goesOnFromMoments() {
    FloatImage image = FloatImages.random(3, WIDTH, HEIGHT);
    ImageAdam adam = ImageAdam.forImage(image);
    adam.step(image, gradient(0), 0, 3, 0.01, bands);
    FloatImage other = new FloatImage(WIDTH, HEIGHT, image.values().clone());
    ImageAdam same = new ImageAdam(adam.first().clone(), adam.second().clone());
    adam.step(image, gradient(1), 1, 3, 0.01, bands);
    same.step(other, gradient(1), 1, 3, 0.01, bands);

    assertThat(other.values()).isEqualTo(image.values());
  }

  @Test
  void forgets() {
    FloatImage image = FloatImages.random(4, WIDTH, HEIGHT);
    ImageAdam adam = ImageAdam.forImage(image);
    adam.step(image, gradient(0), 0, 3, 0.01, bands);
    adam.reset();

    assertThat(adam.first()).containsOnly(0);
    assertThat(adam.second()).containsOnly(0);
  }

  private static float[][][] gradient(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][][] gradient = new float[3][HEIGHT][WIDTH];
    for (float[][] plane : gradient) {
      for (float[] row : plane) {
        for (int x = 0; x < WIDTH; x++) {
          row[x] = (float) random.nextDouble(-1, 1);
        }
      }
    }
    return gradient;
  }
}
