package io.github.styletransfer.patches.sliced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FilterBankTest {
  private static final int SIDE = FilterBank.SIDE;

  /** What single precision may make of the length of 147 numbers. */
  private static final double ROUNDING = 1e-6;

  private final FilterBank bank = FilterBank.random(64, new SplittableRandom(1));

  @Test
  void filtersHaveLengthOne() {
    for (FilterBank filters : new FilterBank[] {bank, bank.sharpened()}) {
      assertThat(filters.filters()).hasDimensions(64, 3 * SIDE * SIDE);
      for (float[] filter : filters.filters()) {
        assertThat(dot(filter, filter)).isCloseTo(1, within(ROUNDING));
      }
    }
  }

  /** The product of two random directions of 147 dimensions has a deviation of 0.082. */
  @Test
  void directionsAreRandom() {
    double sum = 0;
    for (int i = 0; i < 64; i++) {
      for (int j = 0; j < i; j++) {
        double product = dot(bank.filters()[i], bank.filters()[j]);
        assertThat(Math.abs(product)).isLessThan(5 * 0.082);
        sum += product * product / (64 * 63 / 2.0);
      }
    }

    assertThat(Math.sqrt(sum)).isCloseTo(0.082, within(0.01));
  }

  @Test
  void sharpenedIsWithoutItsMeanOverNineNeighbours() {
    FilterBank sharp = bank.sharpened();
    for (int filter = 0; filter < 64; filter++) {
      double[] expected = new double[3 * SIDE * SIDE];
      double length = 0;
      for (int c = 0; c < 3; c++) {
        for (int y = 0; y < SIDE; y++) {
          for (int x = 0; x < SIDE; x++) {
            double mean = neighbours(bank.filters()[filter], c, y, x) / 9;
            int i = (c * SIDE + y) * SIDE + x;
            expected[i] = bank.filters()[filter][i] - mean;
            length += expected[i] * expected[i];
          }
        }
      }
      for (int i = 0; i < expected.length; i++) {
        assertThat((double) sharp.filters()[filter][i])
            .isCloseTo(expected[i] / Math.sqrt(length), within(ROUNDING));
      }
    }
  }

  /** Sums over nine neighbours, where those of random directions are three times one number. */
  @Test
  void sharpenedSeesLittleOfWhatIsSmooth() {
    assertThat(smooth(bank)).isCloseTo(1, within(0.1));
    assertThat(smooth(bank.sharpened())).isLessThan(0.6);
  }

  @Test
  void drawnOnesAreDistinct() {
    SplittableRandom random = new SplittableRandom(2);
    int[] times = new int[64];
    for (int round = 0; round < 400; round++) {
      int[] drawn = bank.draw(16, random);
      assertThat(drawn).hasSize(16).doesNotHaveDuplicates();
      for (int filter : drawn) {
        times[filter]++;
      }
    }

    // Each is drawn 100 times of 400, with a deviation of 8.7.
    assertThat(Arrays.stream(times).min().orElseThrow()).isGreaterThan(60);
    assertThat(Arrays.stream(times).max().orElseThrow()).isLessThan(140);
  }

  @Test
  void allOfThemMayBeDrawn() {
    int[] drawn = bank.draw(64, new SplittableRandom(3));
    Arrays.sort(drawn);

    assertThat(drawn).startsWith(0, 1, 2).endsWith(62, 63).doesNotHaveDuplicates();
  }

  @Test
  void drawingDependsOnTheRandomNumbersAlone() {
    assertThat(bank.draw(9, new SplittableRandom(4)))
        .isEqualTo(bank.draw(9, new SplittableRandom(4)))
        .isNotEqualTo(bank.draw(9, new SplittableRandom(5)));
  }

  /** Root mean square of the sum over nine neighbours, over that of random directions. */
  private static double smooth(FilterBank bank) {
    double sum = 0;
    for (float[] filter : bank.filters()) {
      for (int c = 0; c < 3; c++) {
        for (int y = 1; y < SIDE - 1; y++) {
          for (int x = 1; x < SIDE - 1; x++) {
            double neighbours = neighbours(filter, c, y, x);
            sum += neighbours * neighbours;
          }
        }
      }
    }
    double scale = 9.0 / (3 * SIDE * SIDE);
    return Math.sqrt(sum / scale / bank.filters().length / (3 * (SIDE - 2) * (SIDE - 2)));
  }

  private static double neighbours(float[] filter, int c, int y, int x) {
    double sum = 0;
    for (int row = Math.max(0, y - 1); row <= Math.min(SIDE - 1, y + 1); row++) {
      for (int column = Math.max(0, x - 1); column <= Math.min(SIDE - 1, x + 1); column++) {
        sum += filter[(c * SIDE + row) * SIDE + column];
      }
    }
    return sum;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
