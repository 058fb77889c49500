package io.github.styletransfer.patches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.patches.raster.FloatImages;
import io.github.styletransfer.transfer.Checkpoints;
import io.github.styletransfer.transfer.StopRequest;
import io.github.styletransfer.transfer.TransferImages;
import io.github.styletransfer.transfer.TransferListener;
import io.github.styletransfer.transfer.TransferResult;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paints images of all shapes and kinds. */
class PatchTransferShapesTest {
  private static final int CASES = 40;
  private static final int LONGEST = 70;

  @ParameterizedTest
  @CsvSource({
    "1, 1, 20, 20",
    "1, 1, 1, 1",
    "1, 200, 30, 20",
    "200, 1, 30, 20",
    "2, 2, 9, 9",
    "3, 500, 40, 40",
    "7, 7, 50, 10",
    "40, 30, 1, 1",
    "40, 30, 64, 2",
    "40, 30, 2, 64",
    "90, 16, 5, 120",
    "200, 1, 1, 200",
    "41, 83, 16, 16",
  })
  void paintsAllShapes(int width, int height, int paintingWidth, int paintingHeight)
      throws IOException {
    paint(
        FloatImages.soft(1, width, height).toRgb(),
        FloatImages.soft(2, paintingWidth, paintingHeight).toRgb(),
        PatchSettings.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"flat", "black", "white", "black and white", "levels", "noise"})
  void paintsAllKinds(String kind) throws IOException {
    for (String other : new String[] {"soft", "flat", "black", "black and white"}) {
      paint(image(kind, 3, 44, 30), image(other, 4, 30, 33), PatchSettings.DEFAULT);
      paint(image(other, 5, 24, 30), image(kind, 6, 25, 26), PatchSettings.DEFAULT);
    }
  }

  /** There is nothing else to paint with. */
  @Test
  void paintsAllInOneColourWithAPaintingOfOne() throws IOException {
    RgbImage painted =
        paint(
            FloatImages.soft(7, 40, 30).toRgb(),
            FloatImages.flat(20, 20, 0.6, -0.2, 0).toRgb(),
            PatchSettings.DEFAULT);
    byte[] expected = FloatImages.flat(40, 30, 0.6, -0.2, 0).toRgb().samples();
    for (int i = 0; i < expected.length; i++) {
      // The guide's and the finish's last steps are of a level or less.
      assertThat(painted.samples()[i] & 0xff).isCloseTo(expected[i] & 0xff, within(4));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-30, 1e9, 1e38, 1e39, Double.MAX_VALUE})
  void paintsWithAllStrengths(double strength) throws IOException {
    paint(
        image("black and white", 8, 30, 30),
        FloatImages.soft(9, 30, 20).toRgb(),
        new PatchSettings(strength, 5, 1, 0, true, 1));
  }

  /** Sizes, kinds and settings drawn at random, always the same ones. */
  @Test
  void paintsWhateverIsDrawn() throws IOException {
    String[] kinds = {"soft", "soft", "noise", "flat", "black and white", "levels"};
    SplittableRandom random = new SplittableRandom(10);
    for (int i = 0; i < CASES; i++) {
      RgbImage photo = drawn(kinds, random);
      RgbImage painting = drawn(kinds, random);
      PatchSettings settings =
          new PatchSettings(
              random.nextBoolean() ? 12 : random.nextDouble(0, 200),
              3 + 2 * random.nextInt(8),
              random.nextDouble(0.25, 4),
              random.nextInt(5),
              random.nextBoolean(),
              random.nextLong());
      paint(photo, painting, settings);
    }
  }

  private static RgbImage drawn(String[] kinds, SplittableRandom random) {
    return image(
        kinds[random.nextInt(kinds.length)],
        random.nextLong(),
        random.nextInt(1, LONGEST + 1),
        random.nextInt(1, LONGEST + 1));
  }

  private static RgbImage image(String kind, long seed, int width, int height) {
    FloatImage image =
        switch (kind) {
          case "flat" -> FloatImages.flat(width, height, 0.3, -0.5, 0.9);
          case "black" -> FloatImages.flat(width, height, -1, -1, -1);
          case "white" -> FloatImages.flat(width, height, 1, 1, 1);
          case "levels" -> FloatImages.random(seed, width, height, 3);
          case "noise" -> FloatImages.random(seed, width, height);
          default -> FloatImages.soft(seed, width, height);
        };
    if (kind.equals("black and white")) {
      for (int i = 0; i < image.values().length; i++) {
        image.values()[i] = image.values()[i - i % FloatImage.CHANNELS] > 0 ? 1 : -1;
      }
    }
    return image.toRgb();
  }

  private static RgbImage paint(RgbImage photo, RgbImage painting, PatchSettings settings)
      throws IOException {
    String what = photo.size() + " with " + painting.size() + ": " + settings;
    TransferListener watching =
        new TransferListener() {
          @Override
          public void evaluated(int iteration, Losses losses) {
            for (String name : losses.names()) {
              assertThat(losses.term(name)).as("%s, iteration %s", what, iteration).isFinite();
            }
          }

          @Override
          public void updated(int iteration, Supplier<RgbImage> image) {
            assertThat(image.get().size()).as(what).isEqualTo(photo.size());
          }
        };
    TransferResult.Finished finished =
        (TransferResult.Finished)
            new PatchTransfer(settings, new Checkpoints(0), 2)
                .run(
                    TransferImages.of(photo, painting),
                    Optional.empty(),
                    List.of(watching),
                    new StopRequest());

    assertThat(finished.image().size()).as(what).isEqualTo(photo.size());
    return finished.image();
  }
}
