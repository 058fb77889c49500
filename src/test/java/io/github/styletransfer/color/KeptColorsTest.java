package io.github.styletransfer.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.image.RgbImage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeptColorsTest {
  private static final int CHANNELS = RgbImage.CHANNELS;

  /** What 8 bits do to the lightness of colours that aren't nearly black. */
  private static final double ROUNDING = 0.006;

  @Test
  void makeThePhotoOfThePhoto() {
    RgbImage photo = random(1, 64, 64);

    assertThat(KeptColors.of(photo, photo).samples()).isEqualTo(photo.samples());
  }

  @Test
  void areThoseOfThePhotoInThePicturesLightness() {
    RgbImage picture = random(2, 60, 50);
    RgbImage photo = random(3, 60, 50);
    RgbImage result = KeptColors.of(picture, photo);
    int whole = 0;
    for (int at = 0; at < result.samples().length; at += CHANNELS) {
      double[] wanted = lab(picture, at);
      double[] colors = lab(photo, at);
      double[] given = lab(result, at);
      if (given[0] < 0.2) {
        continue;
      }

      assertThat(given[0]).isCloseTo(wanted[0], within(ROUNDING));
      double most = share(wanted[0], colors[1], colors[2]);
      assertThat(given[1]).isCloseTo(most * colors[1], within(ROUNDING));
      assertThat(given[2]).isCloseTo(most * colors[2], within(ROUNDING));
      whole += most == 1 ? 1 : 0;
    }

    // So both are tested: colours that can be shown, and those that can't.
    assertThat(whole).isBetween(1000, 2500);
  }

  /** The part of a chroma that can be shown, by trying all in small steps. */
  private static double share(double lightness, double a, double b) {
    for (int step = 4096; step > 0; step--) {
      double share = step / 4096.0;
      double[] color = {lightness, share * a, share * b};
      Oklab.toLinear(color);
      if (color[0] >= -1e-5
          && color[1] >= -1e-5
          && color[2] >= -1e-5
          && Math.max(color[0], Math.max(color[1], color[2])) <= 1.00001) {
        return share;
      }
    }
    return 0;
  }

  @Test
  void makeGreysOfAPhotoOfGreys() {
    RgbImage picture = random(4, 40, 40);
    RgbImage photo = filled(40, 40, 90, 90, 90);
    byte[] samples = KeptColors.of(picture, photo).samples();

    for (int at = 0; at < samples.length; at += CHANNELS) {
      assertThat(samples[at + 1]).isEqualTo(samples[at]);
      assertThat(samples[at + 2]).isEqualTo(samples[at]);
    }
  }

  @Test
  void leaveBlackAndWhiteAsTheyAre() {
    RgbImage photo = random(5, 30, 30);

    for (int grey : new int[] {0, 255}) {
      RgbImage picture = filled(30, 30, grey, grey, grey);
      assertThat(KeptColors.of(picture, photo).samples()).isEqualTo(picture.samples());
    }
  }

  /**
   * Where not all of a colour can be shown, the picture's lightness stays and the colour changes
   * evenly. Clipping would change the lightness by up to 0.18.
   */
  @Test
  void makeNoStreaksOfStrongColors() {
    byte[] greys = new byte[256 * CHANNELS];
    for (int i = 0; i < greys.length; i++) {
      greys[i] = (byte) (i / CHANNELS);
    }
    RgbImage picture = new RgbImage(256, 1, greys);
    int[][] colors = {{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {255, 0, 255}, {250, 160, 0}};
    for (int[] color : colors) {
      RgbImage photo = filled(256, 1, color[0], color[1], color[2]);
      RgbImage result = KeptColors.of(picture, photo);

      // Below, eight bits are too few for small steps.
      for (int x = 25; x < 256; x++) {
        double[] before = lab(result, (x - 1) * CHANNELS);
        double[] given = lab(result, x * CHANNELS);
        double change =
            Math.hypot(
                given[0] - before[0], Math.hypot(given[1] - before[1], given[2] - before[2]));

        assertThat(given[0]).isCloseTo(lab(picture, x * CHANNELS)[0], within(0.003));
        assertThat(given[0]).isGreaterThan(before[0]);
        assertThat(change).isLessThan(0.03);
      }
    }
  }

  @Test
  void needAPhotoOfThePicturesSize() {
    assertThatThrownBy(() -> KeptColors.of(random(6, 4, 3), random(6, 3, 4)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[] lab(RgbImage image, int at) {
    double[] color = new double[CHANNELS];
    for (int c = 0; c < CHANNELS; c++) {
      color[c] = Srgb.linear(image.samples()[at + c]);
    }
    Oklab.fromLinear(color);
    return color;
  }

  private static RgbImage random(long seed, int width, int height) {
    byte[] samples = new byte[width * height * CHANNELS];
    new SplittableRandom(seed).nextBytes(samples);
    return new RgbImage(width, height, samples);
  }

  private static RgbImage filled(int width, int height, int red, int green, int blue) {
    byte[] samples = new byte[width * height * CHANNELS];
    byte[] color = {(byte) red, (byte) green, (byte) blue};
    for (int i = 0; i < samples.length; i++) {
      samples[i] = color[i % CHANNELS];
    }
    return new RgbImage(width, height, samples);
  }
}
