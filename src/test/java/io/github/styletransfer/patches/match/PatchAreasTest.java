package io.github.styletransfer.patches.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.patches.raster.Areas;
import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.patches.raster.Labels;
import io.github.styletransfer.patches.raster.Randomness;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatchAreasTest {
  private static final int SIDE = 5;
  private static final int SMALL = 40;
  private static final int LARGE = 52;

  private final FloatImage picture = noise(SMALL, 1);
  private final FloatImage painting = noise(LARGE, 2);
  private final PatchLayout layout = PatchLayout.of(painting, SIDE);

  private static FloatImage noise(int size, long seed) {
    FloatImage image = new FloatImage(size, size);
    Random random = new Random(seed);
    for (int i = 0; i < image.values().length; i++) {
      image.values()[i] = random.nextFloat() * 2 - 1;
    }
    return image;
  }

  /** Columns up to a third are region 0, others 1 or another. */
  private static Labels labels(int size, int other) {
    byte[] values = new byte[size * size];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (i % size < size / 3 ? 0 : other);
    }
    return new Labels(size, size, values);
  }

  private static void requireAllowed(PatchField field, int paintingThird) {
    for (int y = 0; y < field.height(); y++) {
      for (int x = 0; x < field.width(); x++) {
        boolean first = x + SIDE / 2 < SMALL / 3;
        boolean ofFirst = field.x()[y * field.width() + x] + SIDE / 2 < paintingThird;
        assertThat(ofFirst).isEqualTo(first);
      }
    }
  }

  @Test
  void eachPatchIsPaintedWithPatchesOfItsRegion() {
    PatchAreas areas =
        PatchAreas.of(layout, new Areas(2, labels(SMALL, 1), List.of(labels(LARGE, 1))));
    try (Bands bands = new Bands(3)) {
      PatchMatcher matcher =
          new PatchMatcher(bands, new Randomness(1), painting, layout, areas, 0.005f);
      PatchField field = matcher.random(SMALL, SMALL, 1);
      requireAllowed(field, LARGE / 3);
      double before = improve(matcher, field);
      double after = improve(matcher, field);
      requireAllowed(field, LARGE / 3);
      assertThat(after).isLessThan(before);
      matcher.require(field);
    }
  }

  private double improve(PatchMatcher matcher, PatchField field) {
    float[] costs = new float[field.x().length];
    matcher.improve(picture, field, costs, 1, 7);
    double sum = 0;
    for (float cost : costs) {
      sum += cost;
    }
    return sum;
  }

  @Test
  void threadsDoNotMatter() {
    PatchAreas areas =
        PatchAreas.of(layout, new Areas(2, labels(SMALL, 1), List.of(labels(LARGE, 1))));
    int[][] found = new int[2][];
    for (int threads = 1; threads <= 2; threads++) {
      try (Bands bands = new Bands(threads)) {
        PatchMatcher matcher =
            new PatchMatcher(bands, new Randomness(1), painting, layout, areas, 0.005f);
        PatchField field = matcher.random(SMALL, SMALL, 1);
        improve(matcher, field);
        found[threads - 1] = field.x();
      }
    }
    assertThat(found[0]).isEqualTo(found[1]);
  }

  @Test
  void whatDoesNotServeItsRegionIsBroughtToTheNearest() {
    PatchAreas areas =
        PatchAreas.of(layout, new Areas(2, labels(SMALL, 1), List.of(labels(LARGE, 1))));
    PatchField field = PatchField.forSize(SMALL - SIDE + 1, SMALL - SIDE + 1);
    java.util.Arrays.fill(field.x(), LARGE / 3 - SIDE / 2);
    java.util.Arrays.fill(field.y(), 20);

    areas.mend(field, new Randomness(1).of(1));

    requireAllowed(field, LARGE / 3);
    assertThat(field.x()[0]).isEqualTo(LARGE / 3 - SIDE / 2 - 1);
    assertThat(field.x()[30]).isEqualTo(LARGE / 3 - SIDE / 2);
  }

  @Test
  void aRegionThatNoPatchServesMayHaveAny() {
    PatchAreas areas =
        PatchAreas.of(layout, new Areas(2, labels(SMALL, 1), List.of(labels(LARGE, Labels.NONE))));

    assertThat(areas.allows(0, LARGE / 2, 3)).isFalse();
    assertThat(areas.allows(1, LARGE / 2, 3)).isTrue();
    assertThat(areas.allows(1, 0, 3)).isTrue();
  }

  @Test
  void withoutRegionsAnyPatchMayBeUsed() {
    PatchAreas areas =
        PatchAreas.of(
            layout, new Areas(1, Labels.all(SMALL, SMALL), List.of(Labels.all(LARGE, LARGE))));

    assertThat(areas.region(3, 3)).isNegative();
    assertThat(areas.allows(-1, 3, 3)).isTrue();
  }
}
