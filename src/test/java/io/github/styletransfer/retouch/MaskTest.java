package io.github.styletransfer.retouch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.styletransfer.image.RgbImage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MaskTest {
  private static final int SIDE = 16;

  /** One pixel of each share, from 0 to 255. */
  private static Mask all() {
    byte[] samples = new byte[SIDE * SIDE * RgbImage.CHANNELS];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (i / RgbImage.CHANNELS);
    }
    return Mask.of(new RgbImage(SIDE, SIDE, samples));
  }

  @Test
  void mixesPictureAndPhotoByItsBrightness() {
    RgbImage picture = random(1);
    RgbImage photo = random(2);
    byte[] mixed = all().blended(picture, photo).samples();

    for (int i = 0; i < mixed.length; i++) {
      int pixel = i / RgbImage.CHANNELS;
      double share = pixel / 255.0;
      double expected =
          share * Byte.toUnsignedInt(picture.samples()[i])
              + (1 - share) * Byte.toUnsignedInt(photo.samples()[i]);

      assertThat(Byte.toUnsignedInt(mixed[i])).isEqualTo((int) Math.round(expected));
    }
  }

  @Test
  void leavesThePhotoToTheByteWhereItIsBlackAndThePictureWhereItIsWhite() {
    RgbImage picture = random(3);
    RgbImage photo = random(4);
    int last = picture.samples().length - RgbImage.CHANNELS;
    byte[] mixed = all().blended(picture, photo).samples();

    for (int c = 0; c < RgbImage.CHANNELS; c++) {
      assertThat(mixed[c]).isEqualTo(photo.samples()[c]);
      assertThat(mixed[last + c]).isEqualTo(picture.samples()[last + c]);
    }
  }

  @Test
  void knowsWhetherItIsBlack() {
    byte[] samples = new byte[12];

    assertThat(Mask.of(new RgbImage(2, 2, samples.clone())).isBlack()).isTrue();
    samples[11] = (byte) 255;
    assertThat(Mask.of(new RgbImage(2, 2, samples)).isBlack()).isFalse();
  }

  @Test
  void takesColorsForTheirBrightness() {
    RgbImage colors = new RgbImage(2, 1, new byte[] {0, -1, 0, 0, 0, -1});
    byte[] mixed =
        Mask.of(colors)
            .blended(new RgbImage(2, 1, new byte[] {-1, -1, -1, -1, -1, -1}), black())
            .samples();

    assertThat(mixed).containsExactly(150, 150, 150, 29, 29, 29);
  }

  @Test
  void isForImagesOfItsSize() {
    assertThatThrownBy(() -> all().blended(black(), black()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static RgbImage black() {
    return new RgbImage(2, 1, new byte[6]);
  }

  private static RgbImage random(long seed) {
    byte[] samples = new byte[SIDE * SIDE * RgbImage.CHANNELS];
    new SplittableRandom(seed).nextBytes(samples);
    return new RgbImage(SIDE, SIDE, samples);
  }
}
