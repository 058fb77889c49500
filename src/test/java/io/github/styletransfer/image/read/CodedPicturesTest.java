package io.github.styletransfer.image.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.styletransfer.image.AlphaChannel;
import io.github.styletransfer.image.CodedFiles;
import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads one picture of four colours from files of many kinds, which make.py has made. */
class CodedPicturesTest {
  private static final int[] RED = {200, 30, 60};
  private static final int[] GREEN = {40, 160, 80};
  private static final int[] BLUE = {30, 60, 190};
  private static final int[] YELLOW = {230, 220, 120};
  private static final int[] WHITE = {255, 255, 255};

  /** What compression at high quality costs areas of one colour. */
  private static final int LOSS = 2;

  private final Path folder;

  CodedPicturesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path file(String name) throws IOException {
    return CodedFiles.copy(name, folder);
  }

  private RgbImage read(String name) throws IOException {
    RgbImage image = new ImageReader().read(file(name));
    assertThat(new ImageReader().size(file(name))).isEqualTo(image.size());
    return image;
  }

  /** Compares the middle of each quarter. */
  private static void assertQuarters(
      RgbImage image, int[] topLeft, int[] topRight, int[] bottomLeft, int[] bottomRight) {
    int[][] expected = {topLeft, topRight, bottomLeft, bottomRight};
    for (int i = 0; i < expected.length; i++) {
      int x = image.width() * (1 + 2 * (i % 2)) / 4;
      int y = image.height() * (1 + 2 * (i / 2)) / 4;
      for (int c = 0; c < RgbImage.CHANNELS; c++) {
        int at = (y * image.width() + x) * RgbImage.CHANNELS + c;
        assertThat(Byte.toUnsignedInt(image.samples()[at]))
            .as("quarter %s of %s", i, Arrays.toString(expected[i]))
            .isCloseTo(expected[i][c], within(LOSS));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain.heic",
        "chroma420.heic",
        "bits10.heic",
        "grid.heic",
        "plain.avif",
        "bits12.avif",
        "limited.avif",
        "lossless.avif",
        "plain.jp2",
        "plain.j2k"
      })
  void colors(String name) throws IOException {
    RgbImage image = read(name);

    assertThat(image.size()).isEqualTo(new ImageSize(/* width= */ 100, /* height= */ 90));
    assertQuarters(image, RED, GREEN, BLUE, YELLOW);
  }

  /** Encoders fill odd sizes up. */
  @Test
  void smallerThanItIsCoded() throws IOException {
    Path file = file("plain.heic");
    String content = Files.readString(file, StandardCharsets.ISO_8859_1);
    String size = "ispe\0\0\0\0\0\0\0%c\0\0\0%c";
    String smaller = content.replace(size.formatted(100, 90), size.formatted(97, 89));
    Files.writeString(file, smaller, StandardCharsets.ISO_8859_1);

    RgbImage image = new ImageReader().read(file);

    assertThat(image.size()).isEqualTo(new ImageSize(/* width= */ 97, /* height= */ 89));
    assertQuarters(image, RED, GREEN, BLUE, YELLOW);
  }

  @Test
  void losslessFilesAreReadToTheByte() throws IOException {
    assertThat(read("lossless.avif").samples()).isEqualTo(read("plain.jp2").samples());
    assertThat(read("plain.j2k").samples()).isEqualTo(read("plain.jp2").samples());
    assertThat(Arrays.copyOf(read("plain.jp2").samples(), 3)).isEqualTo(new byte[] {-56, 30, 60});
  }

  @ParameterizedTest
  @ValueSource(strings = {"grey.avif", "grey.jp2"})
  void grey(String name) throws IOException {
    int[] red = {84, 84, 84};
    int[] green = {115, 115, 115};
    int[] blue = {66, 66, 66};
    int[] yellow = {212, 212, 212};

    assertQuarters(read(name), red, green, blue, yellow);
  }

  @ParameterizedTest
  @ValueSource(strings = {"alpha.heic", "alpha.avif", "premultiplied.avif", "alpha.jp2"})
  void transparencyIsLaidOverWhiteAndKept(String name) throws IOException {
    assertQuarters(read(name), WHITE, GREEN, BLUE, YELLOW);
    AlphaChannel opacity = new ImageReader().opacity(file(name)).orElseThrow();
    assertThat(opacity.values()[0]).isZero();
    assertThat(opacity.values()[99]).isEqualTo((byte) 255);
  }

  @Test
  void opaqueFilesHaveNoOpacity() throws IOException {
    assertThat(new ImageReader().opacity(file("grid.heic"))).isEmpty();
  }

  /** HEIF turns against the clock, and mirrors top and bottom first. */
  @Test
  void turned() throws IOException {
    assertQuarters(read("irot1.avif"), GREEN, YELLOW, RED, BLUE);
    assertQuarters(read("imir0.avif"), BLUE, YELLOW, RED, GREEN);
    assertQuarters(read("imir1.avif"), GREEN, RED, YELLOW, BLUE);
    assertQuarters(read("irot1-imir1.avif"), YELLOW, GREEN, BLUE, RED);
  }

  @Test
  void croppedToTheCleanAperture() throws IOException {
    RgbImage image = read("clap.avif");

    assertThat(image.size()).isEqualTo(new ImageSize(/* width= */ 50, /* height= */ 45));
    assertQuarters(image, GREEN, GREEN, GREEN, GREEN);
  }

  /** Values by the matrix of Display P3 to sRGB, in float64. */
  @Test
  void displayP3BecomesSrgb() throws IOException {
    int[] red = {218, 0, 53};
    int[] green = {0, 163, 69};
    int[] blue = {15, 61, 198};
    int[] yellow = {232, 220, 102};

    assertQuarters(read("p3.avif"), red, green, blue, yellow);
  }

  /** Light of HDR pictures: what is 200 of 255 there is brighter than the brightest white here. */
  @Test
  void hdrIsMappedToTheScreen() throws IOException {
    int[] red = {255, 0, 0};
    int[] green = {0, 255, 0};
    int[] blue = {0, 0, 255};
    int[] yellow = {255, 213, 0};

    assertQuarters(read("pq.avif"), red, green, blue, yellow);
  }

  @ParameterizedTest
  @CsvSource({"grid.heic, HEIC", "plain.avif, AVIF", "plain.jp2, JPEG 2000"})
  void cutShort(String name, String format) throws IOException {
    byte[] whole = Files.readAllBytes(file(name));
    Path cut = folder.resolve("cut");
    Files.write(cut, Arrays.copyOf(whole, whole.length * 2 / 3));

    assertThatExceptionOfType(ImageFileException.class)
        .isThrownBy(() -> new ImageReader().read(cut))
        .withMessage(
            "%s is a damaged or incomplete %s file. Copy, download or export it again.",
            cut, format);
  }

  @Test
  void tooManyPixelsAreRefusedBeforeDecoding() {
    assertThatExceptionOfType(ImageFileException.class)
        .isThrownBy(() -> new ImageReader(8999).read(file("grid.heic")))
        .withMessageContaining("has 100 x 90 = 9,000 pixels, more than the limit of 8,999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain.jxl", "boxed.jxl"})
  void jpegXl(String name) throws IOException {
    assertThat(new ImageReader().size(file(name)))
        .isEqualTo(new ImageSize(/* width= */ 100, /* height= */ 90));
    assumeTrue(
        Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "djxl"))),
        "djxl isn't on the PATH");

    assertQuarters(read(name), RED, GREEN, BLUE, YELLOW);
  }

  @Test
  void jpegXlWithoutItsDecoder() throws IOException {
    Path file = file("plain.jxl");

    assertThatExceptionOfType(ImageFileException.class)
        .isThrownBy(
            () ->
                new JpegXlReader(new PixelLimit(10_000), folder.toString()).read(file, "plain.jxl"))
        .withMessage(
            "%s is in the JPEG XL format, for which the program djxl is needed, and it isn't on the"
                + " PATH. Install it (its package is called libjxl-tools, libjxl or jpeg-xl), or"
                + " convert the file to JPEG or PNG.",
            file);
  }
}
