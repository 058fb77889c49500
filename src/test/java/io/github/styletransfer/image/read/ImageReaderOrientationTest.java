package io.github.styletransfer.image.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.TestImages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReaderOrientationTest {
  private static final int RED = 0xffff0000;
  private static final int DARK = 0xff0a141e;

  private final Path folder;

  ImageReaderOrientationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** The stored image is red, dark in the first row and blue, white in the second. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void turnsAccordingToExif(int orientation) throws IOException {
    String[] upright = {"rdbw", "drwb", "wbdr", "bwrd", "rbdw", "brwd", "wdbr", "dwrb"};
    BufferedImage image = new BufferedImage(32, 16, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 32; x++) {
        int[] row = y < 8 ? new int[] {RED, DARK} : new int[] {0xff0000ff, 0xffffffff};
        image.setRGB(x, y, row[x / 16]);
      }
    }
    Path file = write(TestImages.withOrientation(TestImages.encode(image, "jpeg"), orientation));

    RgbImage result = new ImageReader().read(file);

    assertThat(result.width()).isEqualTo(orientation < 5 ? 32 : 16);
    assertThat(corners(result)).isEqualTo(upright[orientation - 1]);
    assertThat(new ImageReader().size(file))
        .isEqualTo(new ImageSize(result.width(), result.height()));
  }

  @Test
  void ignoresAnOrientationThatDoesNotExist() throws IOException {
    byte[] file = TestImages.encode(TestImages.of(BufferedImage.TYPE_INT_RGB, 16, 8, DARK), "jpeg");

    assertThat(new ImageReader().size(write(TestImages.withOrientation(file, 9))))
        .isEqualTo(new ImageSize(16, 8));
  }

  private static String corners(RgbImage image) {
    StringBuilder letters = new StringBuilder();
    for (int y : new int[] {1, image.height() - 2}) {
      for (int x : new int[] {1, image.width() - 2}) {
        int index = (y * image.width() + x) * RgbImage.CHANNELS;
        boolean red = Byte.toUnsignedInt(image.samples()[index]) > 128;
        boolean blue = Byte.toUnsignedInt(image.samples()[index + 2]) > 128;
        letters.append(red ? (blue ? 'w' : 'r') : (blue ? 'b' : 'd'));
      }
    }
    return letters.toString();
  }

  private Path write(byte[] content) throws IOException {
    return Files.write(folder.resolve("image"), content);
  }
}
