package io.github.styletransfer.image.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.TestImages;
import io.github.styletransfer.image.TestProfiles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files of formats other than a camera's hold beside their samples. */
class OtherFormatsTest {
  /** By Little CMS, of {@link TestProfiles#wideRgb()}. */
  private static final int[] WIDE_COLOR = {233, 24, 58};

  private final Path folder;

  OtherFormatsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void takesTheLargestPictureOfAnIcon() throws IOException {
    byte[] small = png(1, 0xffff0000);
    byte[] large = png(3, 0xff0000ff);
    byte[] last = png(2, 0xff00ff00);

    Path icon = file(icon(small, large, last));

    assertThat(new ImageReader().size(icon)).isEqualTo(new ImageSize(3, 3));
    assertThat(samples(icon)).hasSize(27).startsWith(0, 0, 255);
  }

  @Test
  void convertsTheProfileOfABitmap() throws IOException {
    byte[] samples = {60, 30, (byte) 200, 0};

    int[] converted = samples(file(bitmap(24, TestProfiles.wideRgb(), samples)));
    int[] ignored = samples(file(bitmap(24, TestProfiles.unusable(), samples)));

    assertThat(ignored).containsExactly(200, 30, 60);
    for (int i = 0; i < 3; i++) {
      assertThat(converted[i]).isCloseTo(WIDE_COLOR[i], within(1));
    }
  }

  /** Red, green and blue of 5, 6 and 5 bits: 206, 32 and 58 of 255. */
  @Test
  void convertsTheProfileOfPackedColors() throws IOException {
    int packed = 25 << 11 | 8 << 5 | 7;
    byte[] profile = TestProfiles.wideRgb();

    int[] converted =
        samples(file(bitmap(16, profile, (byte) packed, (byte) (packed >> 8), (byte) 0, (byte) 0)));
    int[] expected = samples(file(bitmap(24, profile, (byte) 58, (byte) 32, (byte) 206, (byte) 0)));

    assertThat(expected[0]).isGreaterThan(230);
    for (int i = 0; i < 3; i++) {
      assertThat(converted[i]).isCloseTo(expected[i], within(1));
    }
  }

  @Test
  void convertsTheProfileOfGreyFromPhotoshop() throws IOException {
    int[] samples = samples(file(photoshop(TestProfiles.grey(1.0), (byte) 128, (byte) 255)));

    assertThat(samples[0]).isCloseTo(188, within(1));
    assertThat(samples).endsWith(255, 255, 255);
  }

  @Test
  void readsAPngWhoseOtherChunksAreFaulty() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED);
    image.setRGB(0, 0, 0xffff0000);
    image.setRGB(1, 0, 0xffffffff);
    byte[] png = TestImages.encode(image, "png");
    byte[] faulty = TestImages.withChunk(png, "sPLT", TestImages.latin("name"));
    faulty = TestImages.withChunk(faulty, "tIME", TestImages.latin("?"));

    assertThat(samples(file(faulty))).containsExactly(255, 0, 0, 255, 255, 255);
  }

  /** The decoder needs 26 bytes behind the pixels. */
  @Test
  void readsGreyWithOpacity() throws IOException {
    byte[] tga = TestImages.latin("\0\0\3\0\0\0\0\0\0\0\0\0\3\0\1\0\20\50dAdAdA");
    byte[] opacities = {(byte) 255, (byte) 128, 0};
    for (int i = 0; i < opacities.length; i++) {
      tga[18 + 2 * i + 1] = opacities[i];
    }

    int[] samples = samples(Files.write(folder.resolve("image.tga"), Arrays.copyOf(tga, 50)));

    assertThat(samples).containsExactly(100, 100, 100, 177, 177, 177, 255, 255, 255);
  }

  /** A white page, each row of which a fax codes as one bit. */
  @Test
  void readsABlankPage() throws IOException {
    int rows = 3000;
    ByteBuffer file =
        ByteBuffer.allocate(8 + 2 + 9 * 12 + 4 + rows / 8 + 3).order(ByteOrder.LITTLE_ENDIAN);
    file.put(TestImages.latin("II*\0")).putInt(8).putShort((short) 9);
    int[] entries = {256, 2560, 257, rows, 258, 1, 259, 4, 262, 0, 273, 122, 277, 1, 278, rows};
    for (int i = 0; i < entries.length; i += 2) {
      file.putShort((short) entries[i]).putShort((short) 4).putInt(1).putInt(entries[i + 1]);
    }
    file.putShort((short) 279).putShort((short) 4).putInt(1).putInt(rows / 8 + 3).putInt(0);
    for (int i = 0; i < rows / 8; i++) {
      file.put((byte) 255);
    }
    file.put(new byte[] {0, 0x10, 0x01});

    int[] samples = samples(file(file.array()));

    assertThat(samples).hasSize(3 * 2560 * rows).containsOnly(255);
  }

  private static byte[] png(int side, int argb) throws IOException {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < side * side; i++) {
      image.setRGB(i % side, i / side, argb);
    }
    return TestImages.encode(image, "png");
  }

  private static byte[] icon(byte[]... pictures) {
    ByteBuffer head = ByteBuffer.allocate(6 + 16 * pictures.length).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort((short) 0).putShort((short) 1).putShort((short) pictures.length);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] picture : pictures) {
      byte side = picture[19];
      head.put(side).put(side).putShort((short) 0).putShort((short) 1).putShort((short) 32);
      head.putInt(picture.length).putInt(head.capacity() + content.size());
      content.writeBytes(picture);
    }
    return joined(head.array(), content.toByteArray());
  }

  /** One pixel, the row's padding included. */
  private static byte[] bitmap(int bits, byte[] profile, byte... row) {
    ByteBuffer head = ByteBuffer.allocate(14 + 124).order(ByteOrder.LITTLE_ENDIAN);
    head.put(TestImages.latin("BM")).putInt(138 + row.length + profile.length);
    head.putInt(0).putInt(138);
    head.putInt(124).putInt(1).putInt(1).putShort((short) 1).putShort((short) bits);
    head.putInt(bits == 16 ? 3 : 0).putInt(row.length).putInt(0).putInt(0).putInt(0).putInt(0);
    head.putInt(0xf800).putInt(0x07e0).putInt(0x001f).putInt(0);
    head.put(TestImages.latin("DEBM")).position(14 + 112);
    head.putInt(124 + row.length).putInt(profile.length);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(row);
    content.writeBytes(profile);
    return joined(head.array(), content.toByteArray());
  }

  /** Grey samples of 8 bits in one row. */
  private static byte[] photoshop(byte[] profile, byte... row) {
    int resources = 12 + profile.length + profile.length % 2;
    ByteBuffer file = ByteBuffer.allocate(26 + 4 + 4 + resources + 4 + 2 + row.length);
    file.put(TestImages.latin("8BPS\0\1\0\0\0\0\0\0\0\1")).putInt(1).putInt(row.length);
    file.putShort((short) 8).putShort((short) 1).putInt(0).putInt(resources);
    file.put(TestImages.latin("8BIM")).putShort((short) 0x40f).putShort((short) 0);
    file.putInt(profile.length).put(profile).position(34 + resources);
    file.putInt(0).putShort((short) 0).put(row);
    return file.array();
  }

  private static byte[] joined(byte[] head, byte[] rest) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(head);
    file.writeBytes(rest);
    return file.toByteArray();
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("image"), content);
  }

  private static int[] samples(Path file) throws IOException {
    return TestImages.unsigned(new ImageReader().read(file));
  }
}
