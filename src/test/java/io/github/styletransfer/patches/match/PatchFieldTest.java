package io.github.styletransfer.patches.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.patches.raster.FloatImage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchFieldTest {
  /** All patches from one place of the painting: so they are at another size. */
  @ParameterizedTest
  @CsvSource({"1.41421", "2", "1", "1.3", "2.9"})
  void scaledKeepsTheOffsetsOfNeighbours(double factor) {
    PatchField field = PatchField.forSize(20, 15);
    for (int i = 0; i < field.x().length; i++) {
      field.x()[i] = i % 20 + 7;
      field.y()[i] = i / 20 + 3;
    }
    int width = (int) (20 * factor);
    int height = (int) (15 * factor);
    PatchField scaled = field.scaled(width, height, factor, layout(1000, 1000), layout(1000, 1000));

    assertThat(scaled.width()).isEqualTo(width);
    assertThat(scaled.height()).isEqualTo(height);
    for (int i = 0; i < scaled.x().length; i++) {
      assertThat(scaled.x()[i] - i % width).isEqualTo(Math.round(7 * factor));
      assertThat(scaled.y()[i] - i / width).isEqualTo(Math.round(3 * factor));
    }
  }

  /** Two regions, from two places: the border between them stays where it was. */
  @Test
  void scaledKeepsRegions() {
    PatchField field = PatchField.forSize(20, 4);
    for (int i = 0; i < field.x().length; i++) {
      field.x()[i] = i % 20 + (i % 20 < 10 ? 30 : 60);
    }
    PatchField scaled = field.scaled(40, 8, 2, layout(500, 500), layout(500, 500));
    for (int i = 0; i < scaled.x().length; i++) {
      // Rounding half up makes column 19 one of the right region's.
      assertThat(scaled.x()[i] - i % 40).isEqualTo(i % 40 < 19 ? 60 : 120);
    }
  }

  @Test
  void ofTheSameSizeIsTheSame() {
    PatchField field = random(1, 9, 7, 50, 40);
    PatchField scaled = field.scaled(9, 7, 1, layout(50, 40), layout(50, 40));

    assertThat(scaled.x()).isEqualTo(field.x());
    assertThat(scaled.y()).isEqualTo(field.y());
  }

  @Test
  void scaledStaysInThePainting() {
    SplittableRandom random = new SplittableRandom(2);
    for (int round = 0; round < 500; round++) {
      int width = random.nextInt(1, 30);
      int height = random.nextInt(1, 30);
      int newWidth = random.nextInt(1, 60);
      int newHeight = random.nextInt(1, 60);
      int paintingWidth = random.nextInt(1, 40);
      int paintingHeight = random.nextInt(1, 40);
      PatchField scaled =
          random(round, width, height, 40, 40)
              .scaled(
                  newWidth,
                  newHeight,
                  random.nextDouble(0.3, 4),
                  layout(40, 40),
                  layout(paintingWidth, paintingHeight));

      for (int i = 0; i < newWidth * newHeight; i++) {
        assertThat(scaled.x()[i]).isBetween(0, paintingWidth - 1);
        assertThat(scaled.y()[i]).isBetween(0, paintingHeight - 1);
      }
    }
  }

  private static PatchLayout layout(int width, int height) {
    return PatchLayout.of(new FloatImage(width, height), 1);
  }

  private static PatchField random(
      long seed, int width, int height, int paintingWidth, int paintingHeight) {
    SplittableRandom random = new SplittableRandom(seed);
    PatchField field = PatchField.forSize(width, height);
    for (int i = 0; i < field.x().length; i++) {
      field.x()[i] = random.nextInt(paintingWidth);
      field.y()[i] = random.nextInt(paintingHeight);
    }
    return field;
  }
}
