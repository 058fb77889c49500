package io.github.styletransfer.patches.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomnessTest {
  @Test
  void isTheSameForTheSamePath() {
    assertThat(new Randomness(5).of(1, 2, 3).longs(100).toArray())
        .isEqualTo(new Randomness(5).of(1, 2, 3).longs(100).toArray());
  }

  @Test
  void isAnotherForEachPathAndSeed() {
    Set<Long> first = new HashSet<>();
    int paths = 0;
    for (long seed : new long[] {0, 1, 2, -1, Long.MIN_VALUE}) {
      Randomness randomness = new Randomness(seed);
      first.add(randomness.of().nextLong());
      paths++;
      for (int a = 0; a < 30; a++) {
        first.add(randomness.of(a).nextLong());
        paths++;
        for (int b = 0; b < 30; b++) {
          first.add(randomness.of(a, b).nextLong());
          first.add(randomness.of(a, b, 0).nextLong());
          paths += 2;
        }
      }
    }

    assertThat(first).hasSize(paths);
  }

  /** Of so many numbers, these moments have standard deviations of at most 0.01 and 0.04. */
  @Test
  void gaussianHasTheMomentsOfTheNormalDistribution() {
    SplittableRandom random = new Randomness(1).of(0);
    int count = 100_000;
    double[] moments = new double[5];
    for (int i = 0; i < count; i++) {
      double value = Randomness.gaussian(random);
      for (int power = 1; power < moments.length; power++) {
        moments[power] += Math.pow(value, power) / count;
      }
    }

    assertThat(moments[1]).isCloseTo(0, within(0.02));
    assertThat(moments[2]).isCloseTo(1, within(0.03));
    assertThat(moments[3]).isCloseTo(0, within(0.06));
    assertThat(moments[4]).isCloseTo(3, within(0.16));
  }
}
