package io.github.styletransfer.image.read;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.styletransfer.image.TestImages;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class ImageReaderTest {
  private static final int RED = 0xffff0000;
  private static final int DARK = 0xff0a141e;
  private static final int HALF_BLUE = 0x800000ff;

  /** 2 x 2 pixels red, green, blue and (10, 20, 30), saved without loss by Pillow 12. */
  private final Path folder;

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  ImageReaderTest(@TempDir Path folder) {
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

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "gif", "tiff"})
  void tellsTheFormatByContent(String format) throws IOException {
    byte[] file =
        TestImages.encode(TestImages.of(BufferedImage.TYPE_INT_RGB, 2, 1, RED, DARK), format);

    assertThat(read(file)).containsExactly(255, 0, 0, 10, 20, 30);
    assertThat(log.list).isEmpty();
  }

  @Test
  void readsJpeg() throws IOException {
    byte[] file = jpeg(TestImages.of(BufferedImage.TYPE_INT_RGB, 16, 16, DARK));

    assertThat(read(file)).hasSize(16 * 16 * 3).startsWith(10, 20, 30);
  }

  @Test
  void toleratesStrayBytesBeforeTheEndOfAJpeg() throws IOException {
    byte[] file = jpeg(TestImages.of(BufferedImage.TYPE_INT_RGB, 16, 16, DARK));
    byte[] longer = Arrays.copyOf(file, file.length + 2);
    System.arraycopy(file, file.length - 2, longer, file.length, 2);
    longer[file.length - 2] = 0;
    longer[file.length - 1] = 0;

    assertThat(read(longer)).startsWith(10, 20, 30);
  }

  @Test
  void readsWebp() throws IOException {
    assertThat(read(TestImages.webp()))
        .containsExactly(255, 0, 0, 0, 255, 0, 0, 0, 255, 10, 20, 30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "gif", "tiff", "jpeg"})
  void keepsGreyValues(String format) throws IOException {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
    int[] grey = new int[64];
    Arrays.fill(grey, 100);
    image.getRaster().setPixels(0, 0, 8, 8, grey);
    if (format.equals("gif")) {
      image = TestImages.of(BufferedImage.TYPE_INT_RGB, 8, 8, 0xff646464);
    }

    assertThat(read(TestImages.encode(image, format))).containsOnly(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tiff"})
  void roundsGreyOf16Bits(String format) throws IOException {
    BufferedImage image =
        TestImages.of16Bits(1, 100 * 257, 100 * 257 + 128, 100 * 257 + 129, 65535);

    assertThat(read(TestImages.encode(image, format)))
        .containsExactly(100, 100, 100, 100, 100, 100, 101, 101, 101, 255, 255, 255);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tiff"})
  void roundsColorsOf16Bits(String format) throws IOException {
    BufferedImage image = TestImages.of16Bits(3, 0, 257 * 7 + 128, 257 * 7 + 129);

    assertThat(read(TestImages.encodeWithJdk(new IIOImage(image, null, null), format)))
        .containsExactly(0, 7, 8);
  }

  @Test
  void laysTransparencyOverWhite() throws IOException {
    byte[] file =
        TestImages.encode(
            TestImages.of(BufferedImage.TYPE_4BYTE_ABGR, 3, 1, RED, HALF_BLUE, 0x00123456), "png");

    assertThat(read(file)).containsExactly(255, 0, 0, 127, 127, 255, 255, 255, 255);
    assertThat(log.list)
        .singleElement()
        .hasToString(
            "[INFO] " + folder.resolve("image") + " has transparency: it is laid over white");
  }

  @Test
  void saysNothingOfAnOpaqueAlphaChannel() throws IOException {
    byte[] file =
        TestImages.encode(TestImages.of(BufferedImage.TYPE_4BYTE_ABGR, 2, 1, RED, DARK), "png");

    assertThat(read(file)).containsExactly(255, 0, 0, 10, 20, 30);
    assertThat(log.list).isEmpty();
  }

  @Test
  void laysTransparencyOf16BitsOverWhite() throws IOException {
    BufferedImage colour = TestImages.of16Bits(4, 65535, 0, 257 * 50, 257 * 128);
    BufferedImage grey = TestImages.of16Bits(2, 257 * 50, 257 * 128);

    assertThat(read(TestImages.encode(colour, "png"))).containsExactly(255, 127, 152);
    assertThat(read(TestImages.encode(grey, "png"))).containsExactly(152, 152, 152);
    assertThat(log.list).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif"})
  void laysATransparentPaletteEntryOverWhite(String format) throws IOException {
    byte[] colours = {10, 20, 30, 40, 50, 60};
    IndexColorModel palette = new IndexColorModel(8, 2, colours, 0, false, 1);
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED, palette);
    image.getRaster().setPixels(0, 0, 2, 1, new int[] {0, 1});

    assertThat(read(TestImages.encode(image, format))).containsExactly(10, 20, 30, 255, 255, 255);
    assertThat(log.list).hasSize(1);
  }

  @Test
  void convertsCmykJpeg() throws IOException {
    byte[] adobeWithoutTransform = TestImages.latin("Adobe\0\144\0\0\0\0\0");
    byte[] file = TestImages.withSegment(cmykJpeg(), 0xffee, adobeWithoutTransform);

    assertThat(read(file)).hasSize(16 * 16 * 3).startsWith(255, 0, 0);
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    return TestImages.encode(image, "jpeg");
  }

  /** Pure red as Adobe stores it: each ink inverted. */
  private static byte[] cmykJpeg() throws IOException {
    WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null);
    for (int i = 0; i < 256; i++) {
      raster.setPixel(i % 16, i / 16, new int[] {255, 0, 0, 255});
    }
    return TestImages.encodeWithJdk(new IIOImage(raster, null, null), "jpeg");
  }

  private int[] read(byte[] content) throws IOException {
    return TestImages.unsigned(new ImageReader().read(write(content)));
  }

  private Path write(byte[] content) throws IOException {
    return Files.write(folder.resolve("image"), content);
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(ImageReader.class);
  }
}
