package io.github.styletransfer.descent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.image.RgbImage;
import org.junit.jupiter.api.Test;

class MarginTest {
  @Test
  void mirrorsTheImageAtItsBorder() {
    RgbImage wide = new Margin(3).addTo(row(10, 20, 30));

    assertThat(wide.width()).isEqualTo(9);
    assertThat(wide.height()).isEqualTo(7);
    for (int y = 0; y < 7; y++) {
      assertThat(reds(wide, y)).containsExactly(20, 30, 20, 10, 20, 30, 20, 10, 20);
    }
  }

  @Test
  void repeatsASinglePixel() {
    assertThat(reds(new Margin(2).addTo(row(7)), 4)).containsExactly(7, 7, 7, 7, 7);
  }

  @Test
  void givesTheImageBack() {
    RgbImage image = row(1, 2, 3, 4);
    RgbImage back = new Margin(5).cutFrom(new Margin(5).addTo(image));

    assertThat(back.width()).isEqualTo(4);
    assertThat(back.samples()).isEqualTo(image.samples());
    assertThat(new Margin(0).addTo(image)).isSameAs(image);
    assertThat(new Margin(0).cutFrom(image)).isSameAs(image);
  }

  private static RgbImage row(int... reds) {
    byte[] samples = new byte[3 * reds.length];
    for (int i = 0; i < reds.length; i++) {
      samples[3 * i] = (byte) reds[i];
      samples[3 * i + 1] = (byte) (100 + reds[i]);
      samples[3 * i + 2] = (byte) (200 + reds[i]);
    }
    return new RgbImage(reds.length, 1, samples);
  }

  private static int[] reds(RgbImage image, int row) {
    int[] reds = new int[image.width()];
    for (int x = 0; x < reds.length; x++) {
      reds[x] = Byte.toUnsignedInt(image.samples()[3 * (row * image.width() + x)]);
    }
    return reds;
  }
}
