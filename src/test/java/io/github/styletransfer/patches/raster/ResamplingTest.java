package io.github.styletransfer.patches.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplingTest {
  /** What single precision may make of sums of some numbers near 1. */
  private static final double ROUNDING = 2e-6;

  private final Bands bands = new Bands(2);
  private final Resampling resampling = new Resampling(bands);

  @AfterEach
  void close() {
    bands.close();
  }

  @ParameterizedTest
  @CsvSource({
    "9, 7, 20, 3",
    "1, 1, 5, 9",
    "5, 9, 1, 1",
    "1, 8, 3, 8",
    "50, 40, 25, 20",
    "7, 1, 3, 1",
    "300, 2, 7, 300"
  })
  void keepsAFlatColour(int width, int height, int newWidth, int newHeight) {
    FloatImage flat =
        resampling.resize(FloatImages.flat(width, height, 0.7, -0.3, 1), newWidth, newHeight);

    assertThat(flat.width()).isEqualTo(newWidth);
    assertThat(flat.height()).isEqualTo(newHeight);
    float[] color = {0.7f, -0.3f, 1};
    for (int i = 0; i < flat.values().length; i++) {
      assertThat(flat.values()[i]).isCloseTo(color[i % 3], within((float) ROUNDING));
    }
  }

  @Test
  void ofTheSameSizeIsTheSameImage() {
    FloatImage image = FloatImages.random(1, 6, 5);

    assertThat(resampling.resize(image, 6, 5)).isSameAs(image);
  }

  @ParameterizedTest
  @CsvSource({"9, 7, 20, 3", "31, 17, 8, 40", "4, 90, 5, 2", "1, 6, 4, 1", "20, 20, 20, 9"})
  void isTheSumThatTheKernelSays(int width, int height, int newWidth, int newHeight) {
    FloatImage image = FloatImages.random(2, width, height);
    FloatImage resized = resampling.resize(image, newWidth, newHeight);

    for (int y = 0; y < newHeight; y++) {
      double[] rows = weights(height, newHeight, y);
      for (int x = 0; x < newWidth; x++) {
        double[] columns = weights(width, newWidth, x);
        for (int c = 0; c < 3; c++) {
          double sum = 0;
          for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
              sum += rows[row] * columns[column] * image.values()[(row * width + column) * 3 + c];
            }
          }
          assertThat((double) resized.values()[(y * newWidth + x) * 3 + c])
              .isCloseTo(sum, within(ROUNDING));
        }
      }
    }
  }

  /** A cubic kernel keeps a ramp when it enlarges, but for the pixels whose reach is cut off. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5})
  void keepsARamp(int times) {
    FloatImage ramp = new FloatImage(12, 2);
    for (int i = 0; i < ramp.values().length; i++) {
      ramp.values()[i] = (i / 3 % 12 + 0.5f) / 12;
    }
    int width = 12 * times;
    FloatImage enlarged = resampling.resize(ramp, width, 2);

    for (int x = 2 * times; x < width - 2 * times; x++) {
      assertThat((double) enlarged.values()[3 * x]).isCloseTo((x + 0.5) / width, within(ROUNDING));
    }
  }

  /** So that nothing is left out when an image is reduced. */
  @Test
  void meansAllPixelsOfAReducedImage() {
    FloatImage image = FloatImages.random(3, 96, 96);
    FloatImage one = resampling.resize(image, 3, 3);
    double sum = 0;
    for (int i = 0; i < image.values().length; i++) {
      sum += image.values()[i];
    }
    double small = 0;
    for (float value : one.values()) {
      small += value;
    }

    // Pixels near the border count up to half as much again: of noise of deviation 0.58 in 27648
    // samples, that makes 0.002.
    assertThat(small / one.values().length).isCloseTo(sum / image.values().length, within(0.01));
  }

  @Test
  void doesNotDependOnTheNumberOfThreads() {
    FloatImage image = FloatImages.random(4, 70, 61);
    float[] expected = resampling.resize(image, 45, 90).values();
    for (int threads : new int[] {1, 3, 8}) {
      try (Bands others = new Bands(threads)) {
        assertThat(new Resampling(others).resize(image, 45, 90).values()).isEqualTo(expected);
      }
    }
  }

  private static double[] weights(int from, int to, int index) {
    double scale = (double) from / to;
    double stretch = Math.max(1, scale);
    double[] weights = new double[from];
    double sum = 0;
    for (int i = 0; i < from; i++) {
      weights[i] = keys(Math.abs(i + 0.5 - (index + 0.5) * scale) / stretch);
      sum += weights[i];
    }
    for (int i = 0; i < from; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  /** Keys 1981, equation 15. */
  private static double keys(double s) {
    if (s < 1) {
      return 1.5 * s * s * s - 2.5 * s * s + 1;
    }
    return s < 2 ? -0.5 * s * s * s + 2.5 * s * s - 4 * s + 2 : 0;
  }
}
