package io.github.styletransfer.patches.sliced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.patches.raster.FloatImages;
import io.github.styletransfer.patches.raster.Paintings;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlicedWassersteinTest {
  private static final int SIDE = FilterBank.SIDE;
  private static final int[] FILTERS = {5, 0, 11, 3};

  private final Bands bands = new Bands(2);
  private final FilterBank bank = FilterBank.random(12, new SplittableRandom(1));

  @AfterEach
  void close() {
    bands.close();
  }

  @ParameterizedTest
  @CsvSource({"40, 33, 36, 50", "17, 70, 60, 20", "100, 50, 50, 100", "64, 16, 16, 16"})
  void isThatOfSortedProjections(int width, int height, int paintingWidth, int paintingHeight) {
    FloatImage image = FloatImages.random(1, width, height);
    FloatImage painting = FloatImages.soft(2, paintingWidth, paintingHeight);
    SlicedWasserstein sliced =
        new SlicedWasserstein(bands, bank, Paintings.of(painting), width, height);
    float[][][] gradient = sliced.gradient(image, FILTERS);
    Sorted expected = new Sorted(image, painting);

    // Of distributions in 2048 parts, a number's rank may be mistaken for the next one's: of some
    // thousands of numbers, these are a small part of their spread from each other.
    assertThat(sliced.distance()).isCloseTo(expected.distance, within(0.002 * expected.distance));
    assertThat(difference(gradient, expected.gradient)).isLessThan(0.015);
  }

  @Test
  void ofAnImageFromItselfIsNearlyZero() {
    FloatImage image = FloatImages.soft(3, 60, 50);
    SlicedWasserstein sliced = new SlicedWasserstein(bands, bank, Paintings.of(image), 60, 50);
    sliced.gradient(image, FILTERS);
    SlicedWasserstein others =
        new SlicedWasserstein(bands, bank, Paintings.of(FloatImages.soft(4, 60, 50)), 60, 50);
    others.gradient(image, FILTERS);

    assertThat(sliced.distance()).isLessThan(1e-3 * others.distance());
  }

  @Test
  void aStepAgainstTheGradientLowersIt() {
    FloatImage image = FloatImages.soft(5, 48, 40);
    FloatImage painting = FloatImages.random(6, 50, 40);
    int[] all = IntStream.range(0, 12).toArray();
    SlicedWasserstein sliced = new SlicedWasserstein(bands, bank, Paintings.of(painting), 48, 40);
    double before = Double.MAX_VALUE;
    for (int step = 0; step < 8; step++) {
      float[][][] gradient = sliced.gradient(image, all);

      assertThat(sliced.distance()).isLessThan(before);
      before = sliced.distance();
      for (int i = 0; i < image.values().length; i++) {
        image.values()[i] -= 0.5f * gradient[i % 3][i / 3 / 48][i / 3 % 48];
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 9", "9, 2", "1, 30", "3, 3", "7, 6"})
  void worksOnImagesSmallerThanAFilter(int width, int height) {
    FloatImage image = FloatImages.random(7, width, height);
    FloatImage painting = FloatImages.random(8, height, width);
    SlicedWasserstein sliced =
        new SlicedWasserstein(bands, bank, Paintings.of(painting), width, height);
    float[][][] gradient = sliced.gradient(image, FILTERS);
    Sorted expected = new Sorted(image, painting);

    // The next rank is far from a number's own when there are few.
    assertThat(gradient).hasDimensions(3, height);
    assertThat(sliced.distance()).isCloseTo(expected.distance, within(0.3 * expected.distance));
    assertThat(difference(gradient, expected.gradient)).isLessThan(0.55);
  }

  /** One colour goes towards the middle of the painting's, whichever way filters look at it. */
  @Test
  void movesAFlatImageTowardsTheMean() {
    FloatImage image = FloatImages.flat(20, 15, 0.4, -0.7, 0);
    FloatImage painting = FloatImages.soft(9, 40, 30);
    SlicedWasserstein sliced = new SlicedWasserstein(bands, bank, Paintings.of(painting), 20, 15);
    float[][][] gradient = sliced.gradient(image, FILTERS);
    Sorted expected = new Sorted(image, painting);

    // The middle of the image, which the border has no part in.
    for (int c = 0; c < 3; c++) {
      double sum = 0;
      for (int filter : FILTERS) {
        double move = expected.meanDistance(filter);
        sum += move * Sorted.total(bank.filters()[filter], c) / FILTERS.length;
      }
      assertThat((double) gradient[c][7][10]).isCloseTo(sum, within(1e-3));
    }
  }

  @Test
  void doesNotDependOnTheNumberOfThreadsOrWhatWasAskedBefore() {
    FloatImage image = FloatImages.random(10, 45, 50);
    FloatImage painting = FloatImages.soft(11, 60, 44);
    SlicedWasserstein sliced = new SlicedWasserstein(bands, bank, Paintings.of(painting), 45, 50);
    float[][][] expected = copy(sliced.gradient(image, FILTERS));
    double distance = sliced.distance();
    for (int threads : new int[] {1, 3, 8}) {
      try (Bands others = new Bands(threads)) {
        SlicedWasserstein other =
            new SlicedWasserstein(others, bank, Paintings.of(painting), 45, 50);
        other.gradient(FloatImages.random(12, 45, 50), new int[] {3, 4, 5});

        assertThat(other.gradient(image, FILTERS)).isDeepEqualTo(expected);
        assertThat(other.distance()).isEqualTo(distance);
      }
    }
  }

  @Test
  void leavesTheImagesAsTheyAre() {
    FloatImage image = FloatImages.random(13, 20, 20);
    FloatImage painting = FloatImages.random(14, 20, 20);
    float[] before = image.values().clone();
    float[] ofPainting = painting.values().clone();
    new SlicedWasserstein(bands, bank, Paintings.of(painting), 20, 20).gradient(image, FILTERS);

    assertThat(image.values()).isEqualTo(before);
    assertThat(painting.values()).isEqualTo(ofPainting);
  }

  private static float[][][] copy(float[][][] planes) {
    return Arrays.stream(planes)
        .map(plane -> Arrays.stream(plane).map(float[]::clone).toArray(float[][]::new))
        .toArray(float[][][]::new);
  }

  /** The length of the difference over that of the expected. */
  private static double difference(float[][][] actual, double[][][] expected) {
    double error = 0;
    double length = 0;
    for (int c = 0; c < expected.length; c++) {
      for (int y = 0; y < expected[c].length; y++) {
        for (int x = 0; x < expected[c][y].length; x++) {
          error += Math.pow(actual[c][y][x] - expected[c][y][x], 2);
          length += Math.pow(expected[c][y][x], 2);
        }
      }
    }
    return Math.sqrt(error / length);
  }

  /** In double precision, pixel by pixel, with all projections sorted. */
  private final class Sorted {
    final double[][][] gradient;
    double distance;
    private final FloatImage image;
    private final FloatImage painting;

    Sorted(FloatImage image, FloatImage painting) {
      this.image = image;
      this.painting = painting;
      this.gradient = new double[3][image.height()][image.width()];
      for (int filter : FILTERS) {
        add(bank.filters()[filter]);
      }
    }

    private void add(float[] filter) {
      double[] given = projected(image, filter);
      double[] wanted = projected(painting, filter);
      Arrays.sort(wanted);
      Integer[] order = IntStream.range(0, given.length).boxed().toArray(Integer[]::new);
      Arrays.sort(order, Comparator.comparingDouble(i -> given[i]));
      for (int rank = 0; rank < order.length; rank++) {
        int pixel = order[rank];
        double move = given[pixel] - quantile(wanted, (rank + 0.5) / order.length);
        distance += move * move / order.length / FILTERS.length;
        for (int i = 0; i < filter.length; i++) {
          int x = pixel % image.width() + i % SIDE - SIDE / 2;
          int y = pixel / image.width() + i / SIDE % SIDE - SIDE / 2;
          if (x >= 0 && y >= 0 && x < image.width() && y < image.height()) {
            gradient[i / SIDE / SIDE][y][x] += move * filter[i] / FILTERS.length;
          }
        }
      }
    }

    /** How far a flat image's projections are from the mean of the painting's. */
    double meanDistance(int filter) {
      return projected(image, bank.filters()[filter])[0]
          - Arrays.stream(projected(painting, bank.filters()[filter])).average().orElseThrow();
    }

    static double total(float[] filter, int channel) {
      double sum = 0;
      for (int i = 0; i < SIDE * SIDE; i++) {
        sum += filter[channel * SIDE * SIDE + i];
      }
      return sum;
    }

    private static double quantile(double[] sorted, double share) {
      double position = Math.max(0, Math.min(sorted.length - 1, share * sorted.length - 0.5));
      int index = (int) position;
      int next = Math.min(sorted.length - 1, index + 1);
      return sorted[index] + (position - index) * (sorted[next] - sorted[index]);
    }

    private static double[] projected(FloatImage image, float[] filter) {
      double[] projected = new double[image.width() * image.height()];
      for (int pixel = 0; pixel < projected.length; pixel++) {
        for (int i = 0; i < filter.length; i++) {
          int x = mirrored(pixel % image.width() + i % SIDE - SIDE / 2, image.width());
          int y = mirrored(pixel / image.width() + i / SIDE % SIDE - SIDE / 2, image.height());
          projected[pixel] +=
              (double) filter[i] * image.values()[(y * image.width() + x) * 3 + i / SIDE / SIDE];
        }
      }
      return projected;
    }

    /** There and back, the pixel at the border only once. */
    private static int mirrored(int index, int size) {
      int inside = index;
      while (inside < 0 || inside >= size) {
        inside = size == 1 ? 0 : inside < 0 ? -inside : 2 * (size - 1) - inside;
      }
      return inside;
    }
  }
}
