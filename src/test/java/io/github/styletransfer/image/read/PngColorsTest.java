package io.github.styletransfer.image.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.image.TestImages;
import io.github.styletransfer.image.TestProfiles;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Expected values of (200, 100, 50) are computed in float64 with the matrices of the standards;
 * samples are rounded, hence a tolerance of 1.
 */
class PngColorsTest {
  private static final int[] PLAIN = {200, 100, 50};
  private static final int[] DISPLAY_P3 = {215, 93, 31};
  private static final int[] LINEAR = {229, 168, 122};
  private static final int[] LINEAR_P3 = {240, 165, 114};
  private static final byte[] CICP_P3 = {12, 13, 0, 1};
  private static final byte[] CHRM_P3 =
      numbers(31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000);
  private static final byte[] CHRM_SRGB =
      numbers(31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000);

  private final Path folder;

  PngColorsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void plain() throws IOException {
    assertColor(color(), PLAIN);
    assertColor(with(color(), "cICP", new byte[] {1, 13, 0, 1}), PLAIN);
    assertColor(with(color(), "gAMA", numbers(45455)), PLAIN);
    assertColor(with(color(), "cHRM", CHRM_SRGB), PLAIN);
    assertColor(with(with(color(), "gAMA", numbers(45455)), "cHRM", CHRM_SRGB), PLAIN);
  }

  @Test
  void codePointsCountMost() throws IOException {
    byte[] file = with(with(color(), "gAMA", numbers(100_000)), "iCCP", icc());

    assertColor(with(file, "cICP", CICP_P3), DISPLAY_P3);
    assertColor(with(with(color(), "sRGB", new byte[1]), "cICP", CICP_P3), DISPLAY_P3);
  }

  @Test
  void codePointsThatCannotBeUsedDoNotCount() throws IOException {
    byte[] file = with(color(), "cHRM", CHRM_P3);

    assertColor(with(file, "cICP", new byte[] {12, 13, 1, 1}), DISPLAY_P3);
    assertColor(with(file, "cICP", new byte[] {99, 13, 0, 1}), DISPLAY_P3);
    assertColor(with(file, "cICP", new byte[] {12}), DISPLAY_P3);
  }

  @Test
  void aProfileCountsMoreThanTheRest() throws IOException {
    byte[] file = with(with(color(), "cHRM", CHRM_P3), "sRGB", new byte[1]);

    int[] samples = read(with(file, "iCCP", icc()));

    assertThat(samples).isEqualTo(read(with(color(), "iCCP", icc()))).isNotEqualTo(PLAIN);
  }

  @Test
  void srgbCountsMoreThanGamma() throws IOException {
    byte[] file = with(with(color(), "cHRM", CHRM_P3), "gAMA", numbers(100_000));

    assertColor(with(file, "sRGB", new byte[1]), PLAIN);
  }

  @Test
  void gammaAndPrimaries() throws IOException {
    assertColor(with(color(), "gAMA", numbers(100_000)), LINEAR);
    assertColor(with(color(), "cHRM", CHRM_P3), DISPLAY_P3);
    assertColor(with(with(color(), "cHRM", CHRM_P3), "gAMA", numbers(100_000)), LINEAR_P3);
    assertColor(with(color(), "gAMA", numbers(55_556)), new int[] {210, 119, 65});
  }

  @Test
  void impossibleNumbersDoNotCount() throws IOException {
    assertColor(with(color(), "gAMA", numbers(0)), PLAIN);
    assertColor(with(color(), "gAMA", new byte[1]), PLAIN);
    assertColor(with(color(), "cHRM", new byte[32]), PLAIN);
    assertColor(with(with(color(), "cHRM", new byte[32]), "gAMA", numbers(100_000)), LINEAR);
  }

  @Test
  void greyOfManyKinds() throws IOException {
    BufferedImage eight = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
    eight.getRaster().setSample(0, 0, 0, 128);
    byte[] four = {0, 0x44, (byte) 0x88, (byte) 0xcc};
    BufferedImage few =
        new BufferedImage(
            1, 1, BufferedImage.TYPE_BYTE_BINARY, new IndexColorModel(2, 4, four, four, four));
    few.getRaster().setSample(0, 0, 0, 2);
    for (BufferedImage image :
        new BufferedImage[] {
          eight, TestImages.of16Bits(1, 128 * 257), TestImages.of16Bits(2, 128 * 257, 65535)
        }) {
      assertColor(
          with(TestImages.encode(image, "png"), "gAMA", numbers(100_000)),
          new int[] {188, 188, 188});
      assertColor(
          with(TestImages.encode(image, "png"), "iCCP", deflated(TestProfiles.grey(1.0))),
          new int[] {188, 188, 188});
    }
    assertColor(
        with(TestImages.encode(few, "png"), "gAMA", numbers(100_000)), new int[] {193, 193, 193});
  }

  @Test
  void paletteAndTransparency() throws IOException {
    byte[] colours = {(byte) 200, 100, 50, 0, 0, 0};
    BufferedImage indexed =
        new BufferedImage(
            1, 1, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 2, colours, 0, false));
    BufferedImage half =
        TestImages.of(BufferedImage.TYPE_4BYTE_ABGR, 1, 1, new Color(200, 100, 50, 128).getRGB());

    assertColor(with(TestImages.encode(indexed, "png"), "cICP", CICP_P3), DISPLAY_P3);
    assertColor(with(TestImages.encode(half, "png"), "cICP", CICP_P3), new int[] {235, 174, 143});
  }

  @Test
  void hdr() throws IOException {
    BufferedImage image = TestImages.of16Bits(3, 130 * 257, 120 * 257, 100 * 257);
    byte[] file = TestImages.encode(image, "png");

    assertColor(with(file, "cICP", new byte[] {9, 16, 0, 1}), new int[] {206, 152, 97});
    assertColor(with(file, "cICP", new byte[] {9, 18, 0, 1}), new int[] {145, 127, 105});
  }

  private void assertColor(byte[] file, int[] expected) throws IOException {
    int[] samples = read(file);
    for (int i = 0; i < expected.length; i++) {
      assertThat(samples[i]).isCloseTo(expected[i], within(1));
    }
  }

  private static byte[] color() throws IOException {
    return TestImages.encode(
        TestImages.of(BufferedImage.TYPE_INT_RGB, 1, 1, new Color(200, 100, 50).getRGB()), "png");
  }

  private static byte[] with(byte[] png, String type, byte[] content) throws IOException {
    return TestImages.withChunk(png, type, content);
  }

  private static byte[] icc() throws IOException {
    return deflated(TestProfiles.wideRgb());
  }

  private static byte[] deflated(byte[] profile) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(TestImages.latin("a name\0\0"));
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(out)) {
      deflated.write(profile);
    }
    return out.toByteArray();
  }

  private static byte[] numbers(int... numbers) {
    ByteBuffer content = ByteBuffer.allocate(numbers.length * Integer.BYTES);
    for (int number : numbers) {
      content.putInt(number);
    }
    return content.array();
  }

  private int[] read(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("image"), content);
    return TestImages.unsigned(new ImageReader().read(file));
  }
}
