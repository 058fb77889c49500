package io.github.styletransfer.patches.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.patches.raster.FloatImages;
import io.github.styletransfer.patches.raster.Randomness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatchMatcherTest {
  /** What single precision may make of a sum of up to 867 squares, relative to their mean. */
  private static final double ROUNDING = 3e-6;

  private static final Randomness RANDOMNESS = new Randomness(1);

  private final Bands bands = new Bands(2);

  @AfterEach
  void close() {
    bands.close();
  }

  @ParameterizedTest
  @CsvSource({
    "24, 20, 3, random, 1200",
    "24, 20, 5, random, 400",
    "20, 70, 5, soft, 30",
    "40, 19, 17, soft, 30"
  })
  void comesNearTheBestPatches(int width, int height, int side, String kind, int sweeps) {
    FloatImage image = image(kind, 1, width, height);
    FloatImage painting = image(kind, 2, 22, 26);
    PatchMatcher matcher =
        new PatchMatcher(bands, RANDOMNESS, painting, PatchLayout.of(painting, side), 0);
    PatchField field = matcher.random(width, height, 0);
    float[] costs = new float[field.x().length];
    matcher.improve(image, field, costs, sweeps, 1);

    double sum = 0;
    double best = 0;
    for (int i = 0; i < costs.length; i++) {
      double least = Double.MAX_VALUE;
      for (int y = 0; y <= painting.height() - side; y++) {
        for (int x = 0; x <= painting.width() - side; x++) {
          least = Math.min(least, distance(image, painting, field, i, x, y, side));
        }
      }
      assertThat((double) costs[i]).isGreaterThan(least * (1 - ROUNDING));
      sum += costs[i];
      best += least;
    }

    // In noise, a good patch tells nothing of where a better one is, so that it takes many sweeps.
    assertThat(sum).isLessThan(1.03 * best);
  }

  /** And the field is what they are the costs of. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 17})
  void costsAreMeanSquaredDifferences(int side) {
    for (String kind : new String[] {"random", "soft", "levels"}) {
      FloatImage image = image(kind, 3, 45, 38);
      FloatImage painting = image(kind, 4, 30, 44);
      PatchMatcher matcher =
          new PatchMatcher(bands, RANDOMNESS, painting, PatchLayout.of(painting, side), 0);
      PatchField field = matcher.random(45, 38, 0);
      float[] costs = new float[field.x().length];
      for (int sweeps = 1; sweeps < 4; sweeps++) {
        matcher.improve(image, field, costs, sweeps, sweeps);
        matcher.require(field);

        for (int i = 0; i < costs.length; i++) {
          double cost = distance(image, painting, field, i, field.x()[i], field.y()[i], side);
          assertThat((double) costs[i]).isCloseTo(cost, within(ROUNDING * cost));
        }
      }
    }
  }

  /** Uses decide between patches, but don't make them less similar. */
  @Test
  void costsDontCountUses() {
    FloatImage image = FloatImages.flat(10, 10, 0, 0, 0);
    FloatImage painting = FloatImages.flat(3, 3, 0, 0, 0);
    PatchMatcher matcher =
        new PatchMatcher(bands, RANDOMNESS, painting, PatchLayout.of(painting, 3), 9);
    PatchField field = matcher.random(10, 10, 0);
    float[] costs = new float[64];
    matcher.improve(image, field, costs, 1, 1);

    assertThat(costs).containsOnly(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5})
  void costsAreNeverBelowTheDistanceWithUsesEither(int side) {
    for (String kind : new String[] {"random", "soft", "levels"}) {
      FloatImage image = image(kind, 5, 60, 50);
      FloatImage painting = image(kind, 6, 40, 45);
      PatchMatcher matcher =
          new PatchMatcher(bands, RANDOMNESS, painting, PatchLayout.of(painting, side), 0.3f);
      PatchField field = matcher.random(60, 50, 0);
      float[] costs = new float[field.x().length];
      for (int round = 0; round < 10; round++) {
        matcher.improve(image, field, costs, 1, round);
        for (int i = 0; i < costs.length; i++) {
          double cost = distance(image, painting, field, i, field.x()[i], field.y()[i], side);
          assertThat((double) costs[i]).isGreaterThan(cost - 1e-5);
        }
      }
    }
  }

  @Test
  void findsThePaintingInItself() {
    FloatImage painting = FloatImages.random(7, 40, 36);
    PatchMatcher matcher =
        new PatchMatcher(bands, RANDOMNESS, painting, PatchLayout.of(painting, 5), 0);
    PatchField field = matcher.random(40, 36, 0);
    float[] costs = new float[field.x().length];
    matcher.improve(painting, field, costs, 12, 1);

    assertThat(costs).containsOnly(0);
    for (int i = 0; i < costs.length; i++) {
      assertThat(field.x()[i]).isEqualTo(i % 36);
      assertThat(field.y()[i]).isEqualTo(i / 36);
    }
  }

  @Test
  void neverMakesAFieldWorse() {
    FloatImage image = FloatImages.soft(8, 50, 60);
    PatchMatcher matcher =
        new PatchMatcher(
            bands,
            RANDOMNESS,
            FloatImages.soft(9, 44, 47),
            PatchLayout.of(FloatImages.soft(9, 44, 47), 5),
            0);
    PatchField field = matcher.random(50, 60, 0);
    float[] costs = new float[field.x().length];
    matcher.improve(image, field, costs, 1, 1);
    for (int round = 2; round < 6; round++) {
      float[] before = costs.clone();
      matcher.improve(image, field, costs, round, round);
      for (int i = 0; i < costs.length; i++) {
        assertThat(costs[i]).isLessThanOrEqualTo(before[i]);
      }
    }
  }

  @Test
  void usesThePaintingMoreEvenlyIfThatCounts() {
    FloatImage image = FloatImages.soft(10, 60, 60);
    FloatImage painting = FloatImages.soft(11, 60, 60);
    double freely = unevenness(image, painting, 0);
    double evenly = unevenness(image, painting, 0.5f);

    assertThat(evenly).isLessThan(0.5 * freely);
  }

  @ParameterizedTest
  @CsvSource({"40, 33, 5, 0.01", "30, 130, 5, 0", "70, 48, 13, 0.005", "1, 100, 1, 0.01"})
  void doesNotDependOnTheNumberOfThreads(int width, int height, int side, float penalty) {
    FloatImage image = FloatImages.random(12, width, height);
    FloatImage painting = FloatImages.random(13, 31, 37);
    PatchField expected = PatchField.forSize(1, 1);
    float[] expectedCosts = {};
    for (int threads : new int[] {1, 2, 3, 8}) {
      try (Bands others = new Bands(threads)) {
        PatchMatcher matcher =
            new PatchMatcher(others, RANDOMNESS, painting, PatchLayout.of(painting, side), penalty);
        PatchField field = matcher.random(width, height, 7);
        float[] costs = new float[field.x().length];
        matcher.improve(image, field, costs, 4, 1, 2);
        if (threads == 1) {
          expected = field;
          expectedCosts = costs;
        }

        assertThat(field.x()).as("%s threads", threads).isEqualTo(expected.x());
        assertThat(field.y()).isEqualTo(expected.y());
        assertThat(costs).isEqualTo(expectedCosts);
      }
    }
  }

  @Test
  void searchesByTheRandomNumbersOfItsPath() {
    FloatImage image = FloatImages.random(14, 30, 30);
    PatchMatcher matcher =
        new PatchMatcher(
            bands,
            RANDOMNESS,
            FloatImages.random(15, 90, 90),
            PatchLayout.of(FloatImages.random(15, 90, 90), 3),
            0);
    PatchField one = matcher.random(30, 30, 1);
    PatchField same = matcher.random(30, 30, 1);
    PatchField other = matcher.random(30, 30, 1);
    matcher.improve(image, one, new float[784], 2, 1, 5);
    matcher.improve(image, same, new float[784], 2, 1, 5);
    matcher.improve(image, other, new float[784], 2, 1, 6);

    assertThat(same.x()).isEqualTo(one.x());
    assertThat(other.x()).isNotEqualTo(one.x());
  }

  @Test
  void randomFieldsReachAllOfThePainting() {
    PatchMatcher matcher =
        new PatchMatcher(
            bands,
            RANDOMNESS,
            FloatImages.random(16, 12, 9),
            PatchLayout.of(FloatImages.random(16, 12, 9), 3),
            0);
    PatchField field = matcher.random(60, 70, 0);
    boolean[] used = new boolean[10 * 7];
    for (int i = 0; i < field.x().length; i++) {
      used[field.y()[i] * 10 + field.x()[i]] = true;
    }

    assertThat(field.width()).isEqualTo(58);
    assertThat(field.height()).isEqualTo(68);
    assertThat(used).containsOnly(true);
  }

  @Test
  void refusesFieldsOfAnotherPainting() {
    PatchMatcher matcher =
        new PatchMatcher(
            bands,
            RANDOMNESS,
            FloatImages.random(17, 12, 9),
            PatchLayout.of(FloatImages.random(17, 12, 9), 3),
            0);
    assertThatCode(() -> matcher.require(field(9, 6))).doesNotThrowAnyException();
    for (PatchField field :
        new PatchField[] {field(10, 0), field(0, 7), field(-1, 0), field(0, -1)}) {
      assertThatIllegalArgumentException().isThrownBy(() -> matcher.require(field));
    }
  }

  private static PatchField field(int x, int y) {
    return new PatchField(1, 1, new int[] {x}, new int[] {y});
  }

  private static FloatImage image(String kind, long seed, int width, int height) {
    return switch (kind) {
      case "random" -> FloatImages.random(seed, width, height);
      case "levels" -> FloatImages.random(seed, width, height, 3);
      default -> FloatImages.soft(seed, width, height);
    };
  }

  /** The standard deviation of how often patches are used, over the mean. */
  private double unevenness(FloatImage image, FloatImage painting, float penalty) {
    PatchLayout layout = PatchLayout.of(painting, 5);
    PatchMatcher matcher = new PatchMatcher(bands, RANDOMNESS, painting, layout, penalty);
    PatchField field = matcher.random(image.width(), image.height(), 0);
    matcher.improve(image, field, new float[field.x().length], 12, 1);
    float[] uses = new PatchUses(layout).penalties(field, new float[] {1}, bands);
    double mean = 0;
    for (float use : uses) {
      mean += use / uses.length;
    }
    double variance = 0;
    for (float use : uses) {
      variance += (use - mean) * (use - mean) / uses.length;
    }
    return Math.sqrt(variance) / mean;
  }

  private static double distance(
      FloatImage image, FloatImage painting, PatchField field, int patch, int x, int y, int side) {
    double sum = 0;
    for (int row = 0; row < side; row++) {
      int at = ((patch / field.width() + row) * image.width() + patch % field.width()) * 3;
      int from = ((y + row) * painting.width() + x) * 3;
      for (int i = 0; i < side * 3; i++) {
        double difference = image.values()[at + i] - painting.values()[from + i];
        sum += difference * difference;
      }
    }
    return sum / (side * side * 3);
  }
}
