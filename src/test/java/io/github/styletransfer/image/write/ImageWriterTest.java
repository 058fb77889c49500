package io.github.styletransfer.image.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.TestImages;
import io.github.styletransfer.image.read.ImageReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageWriterTest {
  private static final int FULL_CHROMA = 0x11;

  private final Path folder;

  ImageWriterTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void namesItsEndings() {
    assertThat(ImageWriter.supportedEndings())
        .containsExactly(".bmp", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp");
  }

  @ParameterizedTest
  @CsvSource({"o.jpg, true", "o.JPeG, true", "a/b.c/o.tiff, true", "o.gif, false", "jpg, false"})
  void knowsWhichEndingsItSupports(Path file, boolean supported) {
    assertThat(ImageWriter.isSupported(file)).isEqualTo(supported);
  }

  @ParameterizedTest
  @CsvSource({"o.png, \u0089PNG", "o.bmp, BM", "o.tif, MM", "o.TIFF, MM"})
  void writesTheFormatOfTheEndingWithoutLoss(String name, String signature) throws IOException {
    RgbImage image = TestImages.scrambled(37, 23);
    Path file = folder.resolve(name);

    new ImageWriter().write(image, file);

    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).startsWith(signature);
    assertThat(new ImageReader().read(file).samples()).isEqualTo(image.samples());
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @ParameterizedTest
  @ValueSource(strings = {"o.jpg", "o.JPEG", "o.webp"})
  void writesLossyFilesOfHighQuality(String name) throws IOException {
    RgbImage image = TestImages.smooth(200, 150);
    Path file = folder.resolve(name);

    new ImageWriter().write(image, file);

    assertThat(psnr(image, new ImageReader().read(file))).isGreaterThan(40);
  }

  @Test
  void writesWebpWithoutLossAtTheBestQuality() throws IOException {
    RgbImage image = TestImages.scrambled(37, 23);
    Path file = folder.resolve("o.webp");

    new ImageWriter(FileSettings.of(100, Chroma.FULL)).write(image, file);

    assertThat(new ImageReader().read(file).samples()).isEqualTo(image.samples());
  }

  @Test
  void refusesAWebpThatIsTooLargeBeforeItIsPainted() {
    assertThatExceptionOfType(ImageFileException.class)
        .isThrownBy(() -> ImageWriter.requirePossible(Path.of("o.webp"), new ImageSize(16_384, 1)))
        .withMessage(
            "o.webp can't be written: a WebP file has at most 16,383 pixels to a side, not 16384 x"
                + " 1. Let its name end in .png or .jpg.");
  }

  @Test
  void keepsTheChromaOfJpegAtFullResolution() throws IOException {
    Path file = folder.resolve("o.jpg");

    new ImageWriter().write(TestImages.smooth(16, 16), file);

    byte[] bytes = Files.readAllBytes(file);
    int frame = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
    assertThat(new byte[] {bytes[frame + 11], bytes[frame + 14], bytes[frame + 17]})
        .containsOnly(FULL_CHROMA);
  }

  @Test
  void replacesAnExistingFile() throws IOException {
    Path file = Files.writeString(folder.resolve("o.png"), "old");

    new ImageWriter().write(TestImages.scrambled(2, 2), file);

    assertThat(new ImageReader().size(file)).isEqualTo(new ImageSize(2, 2));
  }

  @Test
  void saysWhatToDoWhenItCannotWrite() {
    Path file = folder.resolve("missing").resolve("o.png");

    assertThatExceptionOfType(ImageFileException.class)
        .isThrownBy(() -> new ImageWriter().write(TestImages.scrambled(2, 2), file))
        .withMessageStartingWith(file + " can't be written (")
        .withMessageEndingWith(
            "). Check that its folder exists, allows writing and has free space.");
  }

  @Test
  void refusesOtherEndings() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ImageWriter().write(TestImages.scrambled(2, 2), Path.of("o.gif")))
        .withMessage("o.gif has none of the endings .bmp, .jpeg, .jpg, .png, .tif, .tiff, .webp");
  }

  /** Peak signal-to-noise ratio in decibels. */
  private static double psnr(RgbImage one, RgbImage other) {
    double squares = 0;
    for (int i = 0; i < one.samples().length; i++) {
      int difference =
          Byte.toUnsignedInt(one.samples()[i]) - Byte.toUnsignedInt(other.samples()[i]);
      squares += difference * difference;
    }
    return 10 * Math.log10(255.0 * 255.0 * one.samples().length / squares);
  }
}
