package io.github.styletransfer.patches.sliced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DistributionTest {
  @Test
  void displacesEachNumberToItsRank() {
    float[] given = numbers(1, 400, 0.3, 2);
    float[] wanted = numbers(2, 700, -1, 1);
    float[] moved = moved(given, wanted);
    float[] ranked = given.clone();
    Arrays.sort(ranked);
    Arrays.sort(wanted);
    double bins = (wanted[699] - wanted[0]) / Distribution.BINS + 2.0 / Distribution.BINS;

    for (int i = 0; i < given.length; i++) {
      int rank = Arrays.binarySearch(ranked, given[i]);
      // The numbers of a part are spread evenly over it, and its neighbours' ranks with them: here
      // a part seldom has more than one number, but the next one's rank is as near.
      double least = wanted[Math.max(0, (int) (rank * 7L / 4) - 3)] - bins;
      double most = wanted[Math.min(699, (int) ((rank + 1) * 7L / 4) + 3)] + bins;

      assertThat((double) moved[i]).as("rank %s", rank).isBetween(least, most);
    }
  }

  @Test
  void displacesToItselfByNothing() {
    float[][] rows = {numbers(3, 5000, -1, 1)};
    Distribution distribution = Distribution.of(rows, 0, 1, 0, 5000);
    float[] moves = distribution.displacementsTo(distribution);

    // A limit in a gap between two numbers goes no further than the gap's other end.
    for (float move : moves) {
      assertThat(move).isCloseTo(0, within(0.01f));
    }
  }

  @Test
  void shiftsAndStretches() {
    float[] given = numbers(4, 20000, -1, 1);
    float[] wanted = new float[given.length];
    for (int i = 0; i < given.length; i++) {
      wanted[i] = 3 * given[i] + 5;
    }
    float[] moved = moved(given, wanted);

    // A part of 2048 of the wanted numbers is 0.003 wide and has about ten of them, which needn't
    // be
    // spread evenly over it.
    for (int i = 0; i < given.length; i++) {
      assertThat(moved[i]).isCloseTo(3 * given[i] + 5, within(0.0025f));
    }
  }

  /** Neither end of the wanted numbers is nearer to it. */
  @Test
  void displacesOneNumberToTheMean() {
    float[] wanted = numbers(5, 4000, -1, 1);
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = wanted[i] * wanted[i];
    }
    double mean = 0;
    for (float value : wanted) {
      mean += value / wanted.length;
    }
    float[] given = new float[30];
    Arrays.fill(given, 7);

    // Half a part of 2048.
    assertThat((double) moved(given, wanted)[3]).isCloseTo(mean, within(0.0003));
    assertThat(moved(new float[] {1}, new float[] {4, 4, 4})[0]).isEqualTo(4);
    assertThat(moved(new float[] {1, 2}, new float[] {4})).containsExactly(4, 4);
  }

  @Test
  void looksAtTheGivenRowsAndColumnsAlone() {
    float[][] rows = {{99, 99, 99, 99}, {99, 1, 2, 99}, {99, 3, 4, 99}, {99, 99, 99, 99}};
    Distribution distribution = Distribution.of(rows, 1, 3, 1, 3);

    assertThat(distribution.least()).isOne();
    assertThat(distribution.binsPerUnit()).isEqualTo(Distribution.BINS / 3f);
  }

  /** Every second of so many rows and columns tells nearly as much as all. */
  @Test
  void looksAtSomeOfVeryManyNumbers() {
    int side = 300;
    float[][] rows = new float[side][];
    for (int y = 0; y < side; y++) {
      rows[y] = numbers(y, side, 0, 1);
    }
    Distribution distribution = Distribution.of(rows, 0, side, 0, side);
    float[] uniform = new float[1000];
    for (int i = 0; i < uniform.length; i++) {
      uniform[i] = (i + 0.5f) / uniform.length;
    }
    Distribution even = Distribution.of(new float[][] {uniform}, 0, 1, 0, uniform.length);

    // Kolmogorov: of 22500 numbers, ranks are within 1.95 / 150 in 999 cases of 1000.
    for (float move : distribution.displacementsTo(even)) {
      assertThat(move).isCloseTo(0, within(0.013f + 0.001f));
    }
  }

  @Test
  void ofSeveralIsTheWeightedMixture() {
    float[] low = numbers(5, 4000, 0, 1);
    float[] high = numbers(6, 2000, 3, 4);
    Distribution mixture =
        Distribution.mixed(List.of(distribution(low), distribution(high)), 0.25, 0.75);
    float[] even = numbers(7, 8000, 0, 1);
    Distribution from = distribution(even);
    float[] moves = from.displacementsTo(mixture);
    for (int i = 0; i <= Distribution.BINS; i++) {
      double rank = (double) i / Distribution.BINS;
      double wanted = rank < 0.25 ? rank * 4 : 3 + (rank - 0.25) * 4 / 3;
      // A sample's ranks stray from even ones by a few times 1 / sqrt(8000), here stretched by 4.
      if (Math.abs(rank - 0.25) > 0.03) {
        assertThat(rank + moves[i]).isCloseTo(wanted, within(0.15));
      }
    }
  }

  @Test
  void ofTheSameTwiceIsTheSame() {
    Distribution one = distribution(numbers(8, 3000, -2, 1));
    Distribution from = distribution(numbers(9, 500, 0, 1));
    float[] twice = from.displacementsTo(Distribution.mixed(List.of(one, one), 0.5, 0.5));
    float[] once = from.displacementsTo(one);
    for (int i = 0; i < once.length; i++) {
      // Limits are rounded to floats: the ranks at them are those of a number next to them.
      assertThat(twice[i]).isCloseTo(once[i], within(2f * 3 / Distribution.BINS));
    }
  }

  private static Distribution distribution(float... numbers) {
    return Distribution.of(new float[][] {numbers}, 0, 1, 0, numbers.length);
  }

  /** As {@link SlicedWasserstein} does it. */
  private static float[] moved(float[] given, float[] wanted) {
    Distribution from = Distribution.of(new float[][] {given}, 0, 1, 0, given.length);
    float[] moves =
        from.displacementsTo(Distribution.of(new float[][] {wanted}, 0, 1, 0, wanted.length));
    float[] moved = new float[given.length];
    for (int i = 0; i < given.length; i++) {
      float position = (given[i] - from.least()) * from.binsPerUnit();
      int bin = Distribution.bin(position);
      moved[i] = given[i] + moves[bin] + (position - bin) * (moves[bin + 1] - moves[bin]);
    }
    return moved;
  }

  private static float[] numbers(long seed, int count, double from, double to) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextDouble(from, to);
    }
    return numbers;
  }
}
