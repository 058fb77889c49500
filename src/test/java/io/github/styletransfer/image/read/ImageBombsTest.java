package io.github.styletransfer.image.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.TestImages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files that claim to be large, and images at the edges of what is possible. */
@Timeout(20)
class ImageBombsTest {
  private static final int HUGE = 60_000;
  private static final String DAMAGED =
      "is a damaged or incomplete %s file. Copy, download or export it again.";
  private static final String TOO_MANY =
      "has 60000 x 60000 = 3,600,000,000 pixels, more than the limit of 100,000,000."
          + " Make the image smaller, or raise --max-pixels.";

  @TempDir private Path folder;

  @Test
  void hugePng() throws IOException {
    assertRefused(TestImages.pngHeader(HUGE, HUGE), TOO_MANY);
  }

  @Test
  void gifOnAGiantScreen() throws IOException {
    byte[] gif = TestImages.encode(TestImages.of(BufferedImage.TYPE_BYTE_INDEXED, 4, 3, 0), "gif");
    ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN).putInt(6, HUGE << 16 | HUGE);

    assertRefused(gif, TOO_MANY);
  }

  @Test
  void hugeGif() throws IOException {
    byte[] gif = TestImages.encode(TestImages.of(BufferedImage.TYPE_BYTE_INDEXED, 4, 3, 0), "gif");
    int descriptor = gif.length - 1;
    while (gif[descriptor] != ',' || gif[descriptor + 5] != 4) {
      descriptor--;
    }
    ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN).putInt(descriptor + 5, HUGE << 16 | HUGE);

    assertRefused(gif, TOO_MANY);
  }

  @ParameterizedTest
  @CsvSource({"273, 2147483647", "278, 2147483647", "279, 2147483647", "279, -1"})
  void tiffWithHugeStrips(int tag, int value) throws IOException {
    byte[] tiff = tiff(4);
    setTiffValue(tiff, tag, value);
    Path file = write(tiff);

    try {
      assertThat(new ImageReader().read(file).width()).isEqualTo(4);
    } catch (ImageFileException e) {
      assertThat(e).hasMessage(file + " " + DAMAGED.formatted("TIFF"));
    }
  }

  @Test
  void hugeTiff() throws IOException {
    byte[] tiff = tiff(4);
    setTiffValue(tiff, 256, HUGE);
    setTiffValue(tiff, 257, HUGE);

    assertRefused(tiff, TOO_MANY);
  }

  /** What text chunks inflate to is of no use, and not read. */
  @Test
  void pngWithChunksThatInflateToAGigabyte() throws IOException {
    byte[] bomb = bomb();
    byte[] png = TestImages.encode(TestImages.of(BufferedImage.TYPE_INT_RGB, 4, 3, 0), "png");

    for (String type : List.of("zTXt", "iTXt", "iCCP")) {
      byte[] start = TestImages.latin(type.equals("iTXt") ? "a\0\1\0\0\0" : "a\0\0");
      byte[] chunk = Arrays.copyOf(start, start.length + bomb.length);
      System.arraycopy(bomb, 0, chunk, start.length, bomb.length);
      Path file = write(TestImages.withChunk(png, type, chunk));

      assertThat(new ImageReader().read(file).width()).as(type).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff"})
  void onePixel(String format) throws IOException {
    BufferedImage pixel = TestImages.of(BufferedImage.TYPE_INT_RGB, 1, 1, 0xffffffff);

    RgbImage image = new ImageReader().read(write(TestImages.encode(pixel, format)));

    assertThat(TestImages.unsigned(image)).containsExactly(255, 255, 255);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 5", "5, 0", "-1, 5", "5, -2147483648"})
  void pngWithoutPixels(int width, int height) throws IOException {
    assertRefused(TestImages.pngHeader(width, height), DAMAGED.formatted("PNG"));
  }

  @Test
  void anotherFormatUnderAWrongEnding() throws IOException {
    byte[] png = TestImages.encode(TestImages.of(BufferedImage.TYPE_INT_RGB, 4, 3, 0), "png");
    Path file = Files.write(folder.resolve("photo.jpg"), png);

    assertThat(new ImageReader().read(file).width()).isEqualTo(4);
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (OutputStream out =
        new DeflaterOutputStream(bomb, new Deflater(Deflater.BEST_SPEED), 1 << 16)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 1 << 10; i++) {
        out.write(zeros);
      }
    }
    return bomb.toByteArray();
  }

  private static byte[] tiff(int width) throws IOException {
    return TestImages.encode(TestImages.of(BufferedImage.TYPE_INT_RGB, width, 3, 0), "tiff");
  }

  private static void setTiffValue(byte[] tiff, int tag, int value) {
    ByteBuffer bytes = ByteBuffer.wrap(tiff);
    bytes.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int entry = bytes.getInt(4) + 2;
    while (Short.toUnsignedInt(bytes.getShort(entry)) != tag) {
      entry += 12;
    }
    bytes.putShort(entry + 2, (short) 4).putInt(entry + 8, value);
  }

  private void assertRefused(byte[] content, String problem) throws IOException {
    Path file = write(content);
    assertThatExceptionOfType(ImageFileException.class)
        .isThrownBy(() -> new ImageReader().read(file))
        .withMessage(file + " " + problem);
  }

  private Path write(byte[] content) throws IOException {
    return Files.write(folder.resolve("image"), content);
  }
}
