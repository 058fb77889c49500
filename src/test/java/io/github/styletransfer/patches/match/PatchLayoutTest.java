package io.github.styletransfer.patches.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.patches.raster.FloatImages;
import io.github.styletransfer.patches.raster.Paintings;
import io.github.styletransfer.patches.raster.Randomness;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patches of several paintings. */
class PatchLayoutTest {
  private static final int SIDE = 5;
  private static final FloatImage IMAGE = FloatImages.soft(1, 80, 70);

  @Test
  void hasAllPatchesThatLieInAPainting() {
    PatchLayout layout = PatchLayout.of(images(30, 12, 20, 9), SIDE, 0.5, 0.5);
    int count = 0;
    for (int y = -1; y <= 30; y++) {
      for (int x = -1; x <= 30; x++) {
        boolean inFirst = x >= 0 && y >= 0 && x + SIDE <= 30 && y + SIDE <= 12;
        boolean inSecond = x >= 0 && y >= 12 && x + SIDE <= 20 && y + SIDE <= 21;
        assertThat(layout.has(x, y)).isEqualTo(inFirst || inSecond);
        count += inFirst || inSecond ? 1 : 0;
      }
    }
    assertThat(layout.patches(0) + layout.patches(1)).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.75})
  void useEachPaintingAboutAsOftenAsItsShare(double share) {
    Paintings paintings =
        new Paintings(
            List.of(FloatImages.soft(2, 60, 50), FloatImages.soft(3, 44, 90)), share, 1 - share);
    PatchLayout layout = PatchLayout.of(paintings.images(), SIDE, paintings.shares());
    PatchField drawn;
    PatchField matched;
    try (Bands bands = new Bands(2)) {
      PatchMatcher matcher =
          new PatchMatcher(bands, new Randomness(4), paintings.stacked(), layout, 0.5f);
      drawn = matcher.random(80, 70, 1);
      matched = matcher.random(80, 70, 1);
      matcher.improve(IMAGE, matched, new float[matched.x().length], 8, 2);
      matcher.require(matched);
    }
    // Five standard deviations of 5016 draws.
    assertThat(shareOfFirst(layout, drawn)).isCloseTo(share, within(0.035));
    assertThat(shareOfFirst(layout, matched)).isCloseTo(share, within(0.1));
  }

  @Test
  void areTheSameForAnyNumberOfThreads() {
    Paintings paintings =
        new Paintings(List.of(FloatImages.soft(5, 60, 50), FloatImages.soft(6, 44, 90)), 0.3, 0.7);
    PatchField one = matched(paintings, 1);
    PatchField three = matched(paintings, 3);

    assertThat(three.x()).isEqualTo(one.x());
    assertThat(three.y()).isEqualTo(one.y());
  }

  @Test
  void stayInTheirPaintingAtAnotherSize() {
    PatchLayout small = PatchLayout.of(images(30, 12, 20, 9), SIDE, 0.5, 0.5);
    PatchLayout large = PatchLayout.of(images(60, 24, 40, 18), SIDE, 0.5, 0.5);
    PatchField field = PatchField.forSize(25, 20);
    small.draw(field, new Randomness(7).of(1));
    PatchField scaled = field.scaled(50, 40, 2, small, large);
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < 50; x++) {
        int to = y * 50 + x;
        int from = Math.min(19, (y + 1) / 2) * 25 + Math.min(24, (x + 1) / 2);
        assertThat(large.has(scaled.x()[to], scaled.y()[to])).isTrue();
        assertThat(large.owner(scaled.y()[to])).isEqualTo(small.owner(field.y()[from]));
      }
    }
  }

  private static PatchField matched(Paintings paintings, int threads) {
    try (Bands bands = new Bands(threads)) {
      PatchMatcher matcher =
          new PatchMatcher(
              bands,
              new Randomness(8),
              paintings.stacked(),
              PatchLayout.of(paintings.images(), SIDE, paintings.shares()),
              0.01f);
      PatchField field = matcher.random(80, 70, 1);
      matcher.improve(IMAGE, field, new float[field.x().length], 4, 2);
      return field;
    }
  }

  private static double shareOfFirst(PatchLayout layout, PatchField field) {
    double count = 0;
    for (int y : field.y()) {
      count += layout.owner(y) == 0 ? 1 : 0;
    }
    return count / field.y().length;
  }

  private static List<FloatImage> images(int width, int height, int otherWidth, int otherHeight) {
    return List.of(new FloatImage(width, height), new FloatImage(otherWidth, otherHeight));
  }
}
