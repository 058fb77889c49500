package io.github.styletransfer.image.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.TestImages;
import io.github.styletransfer.image.TestProfiles;
import io.github.styletransfer.image.TestTiff;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import javax.imageio.IIOImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Files that other programs read, though something about them is odd. */
class UnusualFilesTest {
  private static final int ICC_MARKER = 0xffe2;
  private static final int ADOBE_MARKER = 0xffee;

  /** One colour, saved without loss by Pillow 12. */
  private static final String ONE_COLOR_WEBP =
      "UklGRh4AAABXRUJQVlA4TBEAAAAvBIAAAAdQjyKXp/+BiOh/AAA=";

  private final Path folder;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  UnusualFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void listen() {
    log.start();
    logger().addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger().detachAppender(log);
  }

  @Test
  void ignoresAnUnusableProfileOfAnyFormat() throws IOException {
    byte[] icc = TestProfiles.unusable();
    BufferedImage image = TestImages.of(BufferedImage.TYPE_INT_RGB, 16, 16, 0xffc81e3c);
    byte[] jpeg = TestImages.encode(image, "jpeg");
    byte[] segment = concatenated(TestImages.latin("ICC_PROFILE\0\1\1"), icc);
    byte[] tiff = TestTiff.of(TestTiff.RGB, 8, 3, new byte[] {10, 20, 30}).profile(icc).bytes();

    assertIgnored(TestImages.withSegment(jpeg, ICC_MARKER, segment), samples(jpeg));
    assertIgnored(tiff, 10, 20, 30);
    assertIgnored(webp(icc), 255, 0, 0, 0, 255, 0);
    assertIgnored(webp(new byte[] {1, 2, 3}), 255, 0, 0, 0, 255, 0);
    assertIgnored(webp(TestProfiles.grey(1.0)), 255, 0, 0, 0, 255, 0);
  }

  @Test
  void ignoresAProfileOfOtherColors() throws IOException {
    byte[] jpeg =
        TestImages.encode(TestImages.of(BufferedImage.TYPE_INT_RGB, 16, 16, 0xffc81e3c), "jpeg");
    byte[] segment = concatenated(TestImages.latin("ICC_PROFILE\0\1\1"), TestProfiles.grey(1.0));

    assertIgnored(TestImages.withSegment(jpeg, ICC_MARKER, segment), samples(jpeg));
  }

  @Test
  void convertsTheProfileOfAWebp() throws IOException {
    int[] samples = samples(webp(TestProfiles.wideRgb()));

    assertThat(samples).startsWith(255, 0, 0).endsWith(0, 12, 24);
    assertThat(log.list).isEmpty();
  }

  @Test
  void convertsTheProfileOfAGreyJpeg() throws IOException {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    int[] grey = new int[256];
    Arrays.fill(grey, 128);
    image.getRaster().setPixels(0, 0, 16, 16, grey);
    byte[] segment = concatenated(TestImages.latin("ICC_PROFILE\0\1\1"), TestProfiles.grey(1.0));
    byte[] file = TestImages.withSegment(TestImages.encode(image, "jpeg"), ICC_MARKER, segment);

    assertThat(samples(file)).containsOnly(188);
  }

  /** Little CMS's (222, 144, 109), and JPEG's loss of 1. */
  @Test
  void compensatesTheBlackOfACmykJpeg() throws IOException {
    WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null);
    for (int i = 0; i < 256; i++) {
      raster.setPixel(i % 16, i / 16, new int[] {255, 55, 55, 255});
    }
    byte[] jpeg = TestImages.encodeWithJdk(new IIOImage(raster, null, null), "jpeg");
    byte[] adobe = TestImages.latin("Adobe\0\144\0\0\0\0\0");
    byte[] profile;
    try (InputStream in = UnusualFilesTest.class.getResourceAsStream("/profiles/newsprint.icc")) {
      profile = Objects.requireNonNull(in).readAllBytes();
    }
    byte[] segment = concatenated(TestImages.latin("ICC_PROFILE\0\1\1"), profile);
    byte[] file =
        TestImages.withSegment(
            TestImages.withSegment(jpeg, ADOBE_MARKER, adobe), ICC_MARKER, segment);

    int[] samples = samples(file);

    assertThat(samples[0]).isCloseTo(222, within(3));
    assertThat(samples[1]).isCloseTo(144, within(3));
    assertThat(samples[2]).isCloseTo(109, within(3));
  }

  @Test
  void putsTheFrameOfAGifOnItsCanvas() throws IOException {
    byte[] gif =
        TestImages.encode(TestImages.of(BufferedImage.TYPE_INT_RGB, 2, 1, 0xff0a141e), "gif");
    ByteBuffer canvas = ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN);
    canvas.putShort(6, (short) 4).putShort(8, (short) 3);
    int frame = new String(gif, StandardCharsets.ISO_8859_1).lastIndexOf(",\0\0");
    canvas.putShort(frame + 1, (short) 1).putShort(frame + 3, (short) 2);
    Path file = write(gif);

    RgbImage image = new ImageReader().read(file);

    assertThat(new ImageReader().size(file)).isEqualTo(new ImageSize(4, 3));
    assertThat(new ImageSize(image.width(), image.height())).isEqualTo(new ImageSize(4, 3));
    int[] expected = new int[36];
    Arrays.fill(expected, 255);
    System.arraycopy(new int[] {10, 20, 30, 10, 20, 30}, 0, expected, 27, 6);
    assertThat(TestImages.unsigned(image)).isEqualTo(expected);
    assertThat(log.list).hasSize(1);
  }

  @Test
  void canvasSmallerThanTheFrameOfAGif() throws IOException {
    byte[] gif =
        TestImages.encode(TestImages.of(BufferedImage.TYPE_INT_RGB, 2, 1, 0xff0a141e), "gif");
    ByteBuffer.wrap(gif).putInt(6, 0);

    assertThat(samples(gif)).containsExactly(10, 20, 30, 10, 20, 30);
    assertThat(log.list).isEmpty();
  }

  @Test
  void readsAJpegThatOnlyLacksItsEnd() throws IOException {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64 * 48; i++) {
      image.setRGB(i % 64, i / 64, i * i * 997);
    }
    byte[] jpeg = TestImages.encode(image, "jpeg");

    assertThat(samples(Arrays.copyOf(jpeg, jpeg.length - 2))).isEqualTo(samples(jpeg));
    assertThat(samples(Arrays.copyOf(jpeg, jpeg.length - 1))).isEqualTo(samples(jpeg));
    for (int missing : new int[] {4, 5, 8, 16, 50, 300, 1000}) {
      assertThatExceptionOfType(ImageFileException.class)
          .isThrownBy(() -> samples(Arrays.copyOf(jpeg, jpeg.length - missing)))
          .withMessageContaining("damaged or incomplete");
    }
  }

  @Test
  void colorsThatAPaletteLacksAreBlack() throws IOException {
    ByteBuffer bmp = ByteBuffer.allocate(14 + 40 + 8 + 4).order(ByteOrder.LITTLE_ENDIAN);
    bmp.put(TestImages.latin("BM")).putInt(bmp.capacity()).putInt(0).putInt(62);
    bmp.putInt(40).putInt(4).putInt(1).putShort((short) 1).putShort((short) 8);
    bmp.putInt(0).putInt(4).putInt(0).putInt(0).putInt(2).putInt(0);
    bmp.putInt(0x0a141e).putInt(0x28323c).put(new byte[] {0, 1, 2, (byte) 255});
    byte[] file = new byte[bmp.capacity()];
    bmp.rewind().get(file);

    assertThat(samples(file)).containsExactly(10, 20, 30, 40, 50, 60, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void readsAWebpOfOneColor() throws IOException {
    int[] samples = samples(Base64.getDecoder().decode(ONE_COLOR_WEBP));

    assertThat(samples).hasSize(5 * 3 * 3).containsOnly(200, 30, 60);
  }

  private void assertIgnored(byte[] file, int... start) throws IOException {
    log.list.clear();

    assertThat(samples(file)).startsWith(start);
    assertThat(log.list)
        .singleElement()
        .hasToString(
            "[WARN] "
                + folder.resolve("image")
                + " has a colour profile that can't be used: it is ignored");
  }

  /** The lossless file of 2 x 2 pixels in a container that holds a profile, too. */
  private static byte[] webp(byte[] profile) {
    byte[] plain = TestImages.webp();
    byte[] image = Arrays.copyOfRange(plain, 12, plain.length);
    int padded = profile.length + profile.length % 2;
    byte[] file = new byte[12 + 18 + 8 + padded + image.length];
    ByteBuffer out = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    out.put(TestImages.latin("RIFF")).putInt(file.length - 8).put(TestImages.latin("WEBPVP8X"));
    out.putInt(10).putInt(0x20).put(new byte[] {1, 0, 0, 1, 0, 0});
    out.put(TestImages.latin("ICCP")).putInt(profile.length).put(profile);
    out.position(38 + padded).put(image);
    return file;
  }

  private static byte[] concatenated(byte[] first, byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }

  private int[] samples(byte[] content) throws IOException {
    return TestImages.unsigned(new ImageReader().read(write(content)));
  }

  private Path write(byte[] content) throws IOException {
    return Files.write(folder.resolve("image"), content);
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(ImageReader.class.getPackageName());
  }
}
