package io.github.styletransfer.patches.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CurveTest {
  /** What single precision may make of numbers near 1. */
  private static final float ROUNDING = 1e-6f;

  @Test
  void takesEachNumberToTheOneOfItsRank() {
    float[] given = sorted(1, 500);
    float[] wanted = sorted(2, 500);
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = wanted[i] * wanted[i] * wanted[i];
    }
    Curve curve = Curve.between(given, wanted);

    // Up to three of the 500 numbers are between two of the curve's 1025 points.
    for (int i = 0; i < given.length; i++) {
      assertThat(curve.at(given[i]))
          .isBetween(
              wanted[Math.max(0, i - 3)] - ROUNDING,
              wanted[Math.min(wanted.length - 1, i + 3)] + ROUNDING);
    }
  }

  @Test
  void rises() {
    Curve curve = Curve.between(sorted(3, 40), sorted(4, 90));
    for (float x = -1.2f; x < 1.2f; x += 0.001f) {
      assertThat(curve.at(x + 0.001f)).isGreaterThanOrEqualTo(curve.at(x) - ROUNDING);
    }
  }

  @Test
  void ofTheSameNumbersChangesNothing() {
    float[] numbers = sorted(5, 300);
    Curve curve = Curve.between(numbers, numbers);
    for (float number : numbers) {
      assertThat(curve.at(number)).isCloseTo(number, within(ROUNDING));
    }
  }

  @Test
  void isFlatBeyondItsEnds() {
    float[] numbers = sorted(6, 30);
    Curve curve = Curve.between(numbers, new float[] {2, 3});

    assertThat(curve.at(-50)).isEqualTo(curve.at(numbers[0])).isEqualTo(2);
    assertThat(curve.at(50)).isEqualTo(curve.at(numbers[29])).isEqualTo(3);
  }

  @Test
  void takesOneNumberToTheMedian() {
    assertThat(Curve.between(new float[] {1, 1, 1, 1}, new float[] {0, 3, 4}).at(1)).isEqualTo(3);
    assertThat(Curve.between(new float[] {1}, new float[] {0, 1, 2, 9}).at(-4)).isEqualTo(1.5f);
  }

  /** So that no end is preferred, whichever way a photo's colours are looked at. */
  @Test
  void takesEqualNumbersToTheMiddleOfTheirRanks() {
    float[] wanted = new float[100];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = (i + 0.5f) / wanted.length;
    }
    float[] given = new float[1000];
    Arrays.fill(given, 0, 300, -0.7f);
    Arrays.fill(given, 300, 1000, 0.9f);
    Curve curve = Curve.between(given, wanted);

    assertThat(curve.at(-0.7f)).isCloseTo(0.15f, within(0.001f));
    assertThat(curve.at(0.9f)).isCloseTo(0.65f, within(0.001f));
  }

  private static float[] sorted(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextDouble(-1, 1);
    }
    Arrays.sort(numbers);
    return numbers;
  }
}
