package io.github.styletransfer.image.palette;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.image.Gradients;
import io.github.styletransfer.image.RgbImage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaletteTest {
  @Test
  void fewColorsAreKeptAsTheyAre() {
    int[] colors = {0xff0000, 0x00ff00, 0x0000ff, 0xffffff, 0x000000, 0x123456};
    RgbImage image = image(60, 10, colors);
    Palette palette = Palette.of(image, 256);
    Set<Integer> found = new HashSet<>();
    for (int i = 0; i < palette.size(); i++) {
      found.add(palette.color(i));
    }
    assertThat(found).containsExactlyInAnyOrder(0xff0000, 0x00ff00, 0xff, 0xffffff, 0, 0x123456);
    byte[] indices = Dithering.indices(image, palette);
    for (int i = 0; i < indices.length; i++) {
      assertThat(palette.color(indices[i] & 0xff)).isEqualTo(colors[i % colors.length]);
    }
  }

  @Test
  void hasNoMoreColorsThanAskedFor() {
    RgbImage image = Gradients.of(200, 150);
    assertThat(Palette.of(image, 256).size()).isLessThanOrEqualTo(256).isGreaterThan(200);
    assertThat(Palette.of(image, 16).size()).isEqualTo(16);
    assertThat(Palette.of(image, 1).size()).isEqualTo(1);
  }

  /** Half of the pixels of a grey that lies between black and white have to be white. */
  @Test
  void ditheringKeepsTheMean() {
    RgbImage grey = image(64, 64, new int[] {0x808080});
    byte[] indices = Dithering.indices(grey, Palette.of(List.of(0x000000, 0xffffff)));
    int white = 0;
    for (byte index : indices) {
      white += index;
    }
    assertThat((double) white / indices.length).isBetween(0.48, 0.52);
  }

  private static RgbImage image(int width, int height, int[] colors) {
    byte[] samples = new byte[width * height * RgbImage.CHANNELS];
    for (int i = 0; i < width * height; i++) {
      for (int c = 0; c < RgbImage.CHANNELS; c++) {
        samples[i * RgbImage.CHANNELS + c] =
            (byte) (colors[i % colors.length] >> (Byte.SIZE * (2 - c)));
      }
    }
    return new RgbImage(width, height, samples);
  }
}
