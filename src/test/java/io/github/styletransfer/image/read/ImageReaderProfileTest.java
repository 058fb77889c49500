package io.github.styletransfer.image.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.image.TestImages;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageReaderProfileTest {
  private static final int DARK = 0xff0a141e;
  private static final int LINEAR_128_IN_SRGB = 188;

  private final Path folder;

  ImageReaderProfileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void convertsTheProfileOfAPng() throws IOException {
    BufferedImage image =
        TestImages.of(BufferedImage.TYPE_INT_RGB, 3, 1, 0xff808080, 0xffffffff, 0xff000000);
    byte[] file =
        TestImages.withChunk(
            TestImages.encode(image, "png"), "iCCP", TestImages.iccChunk(linearRgb()));

    int[] samples = read(file);

    assertThat(samples[0]).isCloseTo(LINEAR_128_IN_SRGB, within(1));
    assertThat(samples).endsWith(255, 255, 255, 0, 0, 0);
  }

  @Test
  void convertsTheProfileOfATransparentPng() throws IOException {
    BufferedImage image =
        TestImages.of(BufferedImage.TYPE_4BYTE_ABGR, 3, 1, 0xff808080, 0x80808080, 0x00808080);
    byte[] file =
        TestImages.withChunk(
            TestImages.encode(image, "png"), "iCCP", TestImages.iccChunk(linearRgb()));

    int[] samples = read(file);

    assertThat(samples[0]).isCloseTo(LINEAR_128_IN_SRGB, within(1));
    assertThat(samples[3]).isCloseTo((LINEAR_128_IN_SRGB + 255) / 2, within(1));
    assertThat(samples[6]).isEqualTo(255);
  }

  @Test
  void convertsTheProfileOfAPalette() throws IOException {
    byte[] colours = {(byte) 128, (byte) 128, (byte) 128, 0, 0, 0};
    IndexColorModel palette = new IndexColorModel(8, 2, colours, 0, false);
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_INDEXED, palette);
    byte[] file =
        TestImages.withChunk(
            TestImages.encode(image, "png"), "iCCP", TestImages.iccChunk(linearRgb()));

    assertThat(read(file)[0]).isCloseTo(LINEAR_128_IN_SRGB, within(1));
  }

  @Test
  void convertsTheProfileOfAJpeg() throws IOException {
    byte[] file =
        TestImages.withSegment(
            TestImages.encode(
                TestImages.of(BufferedImage.TYPE_INT_RGB, 16, 16, 0xff808080), "jpeg"),
            0xffe2,
            TestImages.iccSegment(linearRgb()));

    assertThat(read(file)[0]).isCloseTo(LINEAR_128_IN_SRGB, within(1));
  }

  @Test
  void ignoresABrokenProfile() throws IOException {
    BufferedImage image = TestImages.of(BufferedImage.TYPE_INT_RGB, 1, 1, DARK);
    byte[] file =
        TestImages.withChunk(
            TestImages.encode(image, "png"), "iCCP", TestImages.latin("name\0\0?"));

    assertThat(read(file)).containsExactly(10, 20, 30);
  }

  private static ICC_Profile linearRgb() {
    return ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB);
  }

  private int[] read(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("image"), content);
    return TestImages.unsigned(new ImageReader().read(file));
  }
}
