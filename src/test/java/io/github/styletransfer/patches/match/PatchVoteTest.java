package io.github.styletransfer.patches.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.patches.raster.FloatImages;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchVoteTest {
  /** What single precision may make of weighted means of up to 289 numbers of -1..1. */
  private static final double ROUNDING = 3e-6;

  private final Bands bands = new Bands(2);

  @AfterEach
  void close() {
    bands.close();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          7, 6, 3
          64, 5, 3
          65, 20, 5
          130, 17, 9
          63, 33, 1
          17, 17, 17
          5, 5, 5
          1, 1, 1
          5, 40, 5
          40, 5, 5
          80, 19, 17
          """)
  void isThatOfTheFormula(int width, int height, int side) {
    FloatImage painting = FloatImages.random(1, 31, 29);
    SplittableRandom random = new SplittableRandom(2);
    PatchField field = PatchField.forSize(width - side + 1, height - side + 1);
    float[] confidences = new float[field.x().length];
    for (int i = 0; i < confidences.length; i++) {
      field.x()[i] = random.nextInt(31 - side + 1);
      field.y()[i] = random.nextInt(29 - side + 1);
      confidences[i] = (float) random.nextDouble(0.01, 1);
    }
    PatchVote vote = new PatchVote(bands, painting, side);

    for (float[] scales : new float[][] {{}, {0.5f}, {0.5f, 0.25f, 0.12f, 0.04f}}) {
      FloatImage image = vote.of(field, confidences, scales);

      assertThat(image.width()).isEqualTo(width);
      assertThat(image.height()).isEqualTo(height);
      // At the finest scale, a colour follows the one that is nearest, so that rounding grows as
      // the scales shrink.
      double tolerance = ROUNDING * (scales.length == 0 ? 1 : 10 / scales[scales.length - 1]);
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          double[] expected = voted(painting, field, confidences, side, x, y, scales);
          for (int c = 0; c < 3; c++) {
            assertThat((double) image.values()[(y * width + x) * 3 + c])
                .as("%s scales, x %s, y %s", scales.length, x, y)
                .isCloseTo(expected[c], within(tolerance));
          }
        }
      }
    }
  }

  @Test
  void ofPatchesThatAgreeIsACopy() {
    FloatImage painting = FloatImages.random(3, 40, 30);
    PatchField field = PatchField.forSize(20, 15);
    for (int i = 0; i < field.x().length; i++) {
      field.x()[i] = i % 20 + 9;
      field.y()[i] = i / 20 + 4;
    }
    float[] confidences = new float[300];
    Arrays.fill(confidences, 0.5f);
    FloatImage image = new PatchVote(bands, painting, 5).of(field, confidences, 0.5f, 0.1f);

    for (int i = 0; i < image.values().length; i++) {
      int from = ((i / 3 / 24 + 4) * 40 + i / 3 % 24 + 9) * 3 + i % 3;
      assertThat((double) image.values()[i]).isCloseTo(painting.values()[from], within(ROUNDING));
    }
  }

  /** As those of patches that match badly are, in single precision. */
  @Test
  void patchesOfNoConfidenceCountWhereThereAreNoOthers() {
    FloatImage painting = FloatImages.random(4, 12, 12);
    PatchField field = PatchField.forSize(10, 10);
    FloatImage none = new PatchVote(bands, painting, 3).of(field, new float[100], 0.5f, 0.04f);
    float[] all = new float[100];
    Arrays.fill(all, 1);
    FloatImage alike = new PatchVote(bands, painting, 3).of(field, all, 0.5f, 0.04f);

    for (int i = 0; i < 3; i++) {
      assertThat((double) none.values()[i]).isCloseTo(alike.values()[i], within(ROUNDING));
    }
    for (float value : none.values()) {
      assertThat(value).isBetween(-1f, 1f);
    }
  }

  @Test
  void doesNotDependOnTheNumberOfThreads() {
    FloatImage painting = FloatImages.random(5, 40, 50);
    PatchField field = PatchField.forSize(90, 70);
    SplittableRandom random = new SplittableRandom(6);
    float[] confidences = new float[field.x().length];
    for (int i = 0; i < confidences.length; i++) {
      field.x()[i] = random.nextInt(36);
      field.y()[i] = random.nextInt(46);
      confidences[i] = (float) random.nextDouble();
    }
    float[] expected = new PatchVote(bands, painting, 5).of(field, confidences, 0.3f).values();
    for (int threads : new int[] {1, 3, 8}) {
      try (Bands others = new Bands(threads)) {
        assertThat(new PatchVote(others, painting, 5).of(field, confidences, 0.3f).values())
            .isEqualTo(expected);
      }
    }
  }

  private static double[] voted(
      FloatImage painting,
      PatchField field,
      float[] confidences,
      int side,
      int x,
      int y,
      float... scales) {
    double[][] voices = new double[side * side][];
    int count = 0;
    for (int r = 0; r < side; r++) {
      for (int c = 0; c < side; c++) {
        if (x - c >= 0 && y - r >= 0 && x - c < field.width() && y - r < field.height()) {
          int patch = (y - r) * field.width() + x - c;
          int from = ((field.y()[patch] + r) * painting.width() + field.x()[patch] + c) * 3;
          double centre = (side - 1) / 2.0;
          double squared = (r - centre) * (r - centre) + (c - centre) * (c - centre);
          double window = Math.exp(-squared / (2 * 0.3 * 0.3 * side * side));
          voices[count++] =
              new double[] {
                painting.values()[from],
                painting.values()[from + 1],
                painting.values()[from + 2],
                window * confidences[patch]
              };
        }
      }
    }
    double[][] all = Arrays.copyOf(voices, count);
    double[] color = mean(all, new double[3], Double.POSITIVE_INFINITY);
    for (float scale : scales) {
      color = mean(all, color, scale);
    }
    return color;
  }

  private static double[] mean(double[][] voices, double[] near, double scale) {
    double[] sums = new double[3];
    double total = 0;
    for (double[] voice : voices) {
      double squared = 0;
      for (int c = 0; c < 3; c++) {
        squared += (voice[c] - near[c]) * (voice[c] - near[c]) / (scale * scale);
      }
      double weight = voice[3] / (1 + squared + squared * squared / 2);
      total += weight;
      for (int c = 0; c < 3; c++) {
        sums[c] += weight * voice[c];
      }
    }
    return new double[] {sums[0] / total, sums[1] / total, sums[2] / total};
  }
}
