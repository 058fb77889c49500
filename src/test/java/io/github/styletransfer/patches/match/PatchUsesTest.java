package io.github.styletransfer.patches.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchUsesTest {
  @ParameterizedTest
  @CsvSource({
    "30, 45, 5",
    "50, 20, 3",
    "7, 90, 17",
    "3, 2, 17",
    "1, 1, 1",
    "1, 40, 3",
    "33, 1, 9",
    "40, 33, 1"
  })
  void areThoseCounted(int width, int height, int side) {
    SplittableRandom random = new SplittableRandom(1);
    PatchUses uses =
        new PatchUses(PatchLayout.of(new FloatImage(width + side - 1, height + side - 1), side));
    for (int round = 0; round < 2; round++) {
      PatchField field = PatchField.forSize(13, 11);
      int[][] counts = new int[height][width];
      for (int i = 0; i < field.x().length; i++) {
        field.x()[i] = random.nextInt(width);
        field.y()[i] = random.nextInt(height);
        for (int y = 0; y < height; y++) {
          for (int x = 0; x < width; x++) {
            boolean covered =
                Math.abs(x - field.x()[i]) <= side / 2 && Math.abs(y - field.y()[i]) <= side / 2;
            counts[y][x] += covered ? 1 : 0;
          }
        }
      }
      for (int threads : new int[] {1, 3}) {
        try (Bands bands = new Bands(threads)) {
          float[] penalties = uses.penalties(field, new float[] {0.25f}, bands);

          assertThat(penalties).hasSize(width * height);
          for (int i = 0; i < penalties.length; i++) {
            // A product of two numbers of few bits is exact.
            assertThat(penalties[i]).isCloseTo(0.25f * counts[i / width][i % width], within(0f));
          }
        }
      }
    }
  }
}
