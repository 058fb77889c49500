package io.github.styletransfer.image.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.TestImages;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReadFaultTest {
  private static final String FORMATS =
      ". Give a JPEG, PNG, HEIC, AVIF, WebP, TIFF, GIF or BMP file.";
  private static final String AGAIN = " file. Copy, download or export it again.";

  private final Path folder;

  ReadFaultTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void missingFile() {
    Path file = folder.resolve("image");

    assertRefused(file, "does not exist. Check the name and the folder.");
  }

  @Test
  void folder() {
    assertRefused(folder, "is a folder. Give the path of one image file.");
  }

  @Test
  void emptyFile() throws IOException {
    assertRefused(write(""), "is empty (0 bytes). Copy, download or export it again.");
  }

  @Test
  void unreadableFile() throws IOException {
    Path file = write("II*\0");
    assumeFalse(
        folder.getFileSystem().supportedFileAttributeViews().stream().noneMatch("posix"::equals));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "root may read everything");

    assertRefused(file, "can't be read: permission denied. Change the file's permissions.");
  }

  @Test
  void problemsOfTheMachine() {
    Path file = Path.of("o.jpg");

    assertThat(ReadFault.accessDenied(file, new AccessDeniedException("o.jpg")))
        .hasMessage("o.jpg can't be read: permission denied. Change the file's permissions.");
    assertThat(ReadFault.unreadable(file, new IOException("Input/output error")))
        .hasMessage("o.jpg can't be read (Input/output error). Check the disk it is on.");
    assertThat(ReadFault.outOfMemory(file, new OutOfMemoryError()).getMessage())
        .matches(
            "o\\.jpg doesn't fit into the Java heap of \\d+ MiB\\. Make the image smaller, or allow"
                + " more memory with java -Xmx\\.");
  }

  /** Rows can't throw what decoders do. */
  @Test
  void faultMetWhileRowsAreRead() {
    assertThat(
            ReadFault.of(
                Path.of("o.webp"),
                ImageFormat.WEBP,
                new UncheckedIOException(new EOFException("the decoder ended early"))))
        .hasMessage("o.webp is a damaged or incomplete WebP" + AGAIN);
  }

  @ParameterizedTest
  @MethodSource
  void notAnImage(String content, String description) throws IOException {
    assertRefused(write(content), "is not an image: it looks like " + description + FORMATS);
  }

  static Stream<Arguments> notAnImage() {
    return Stream.of(
        arguments("Dear diary", "text"),
        arguments("\n<!DOCTYPE html><p>Not found", "a web page (HTML)"),
        arguments("%PDF-1.7", "a PDF document"),
        arguments("\0\0\0\30ftypisom\0\0\0\0mp42isom", "a film"),
        arguments("RIFF\0\0\0\0WAVEfmt ", "sound"),
        arguments("\u007fELF\2\1", "a program"),
        arguments("\u001f\u008b\b", "an archive"),
        arguments("PK\3\4", "a ZIP archive or an office document"),
        arguments("\1\2\3\4", "data of an unknown kind"));
  }

  @ParameterizedTest
  @MethodSource
  void unsupportedFormat(String content, String format) throws IOException {
    assertRefused(
        write(content),
        "is in the " + format + " format, which can't be read. Convert it to JPEG or PNG.");
  }

  static Stream<Arguments> unsupportedFormat() {
    return Stream.of(
        arguments("qoif\0\0", "QOI"),
        arguments("v/1\1\2\0", "OpenEXR"),
        arguments("#?RADIANCE\n", "Radiance HDR"),
        arguments("DDS |", "DDS"),
        arguments("II\u00bc\1", "JPEG XR"),
        arguments("gimp xcf v011", "GIMP (XCF)"),
        arguments("%!PS-Adobe-3.0 EPSF-3.0", "PostScript"),
        arguments("BAN\0\0\0\0\0\0\0", "OS/2 bitmap array"),
        arguments("<?xml version='1.0'?>\n<svg width='8'/>", "SVG"));
  }

  @ParameterizedTest
  @CsvSource({"jpeg, JPEG", "png, PNG", "gif, GIF", "bmp, BMP", "tiff, TIFF"})
  void fileThatIsCutShort(String format, String name) throws IOException {
    RgbImage image = TestImages.scrambled(64, 48);
    BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64 * 48; i++) {
      picture.setRGB(i % 64, i / 64, image.samples()[i] * 997);
    }

    assertRefused(
        write(TestImages.cut(TestImages.encode(picture, format))),
        "is a damaged or incomplete " + name + AGAIN);
  }

  @ParameterizedTest
  @MethodSource
  void headAlone(String content, String format) throws IOException {
    assertRefused(write(content), "is a damaged or incomplete " + format + AGAIN);
  }

  static Stream<Arguments> headAlone() {
    return Stream.of(
        arguments("\0\0\0\24ftypheic\0\0\0\0heic", "HEIC"),
        arguments("\0\0\0\24ftypmif1\0\0\0\0heic", "HEIC"),
        arguments("\0\0\0\24ftypmif1\0\0\0\0avif", "AVIF"),
        arguments("\0\0\0\24ftypavif\0\0\0\0mif1", "AVIF"),
        arguments("\u00ff\n\u00fa\37", "JPEG XL"),
        arguments("\0\0\0\fJXL \r\n\u0087\n", "JPEG XL"),
        arguments("\0\0\0\fjP  \r\n\u0087\n", "JPEG 2000"),
        arguments("\u00ffO\u00ffQ\0\57", "JPEG 2000"),
        arguments("8BPS\0\1", "Photoshop"),
        arguments("\0\0\1\0\1\0", "icon"),
        arguments("P6\n4 4\n255\n12", "PNM"),
        arguments("\n\5\1\b", "PCX"));
  }

  @Test
  void cameraRawWithoutPreview() throws IOException {
    assertRefused(
        write("IIU\0\b\0\0\0"),
        "is a camera raw file without a preview that is large enough to use. Export it as JPEG, PNG"
            + " or TIFF with the camera's program, or another one for raw files.");
  }

  @Test
  void webpThatIsCutShort() throws IOException {
    String start = "UklGRjIAAABXRUJQVlA4TCYAAAAvAUAAAB8gECB48L9qQ0iQ0P2/V4EAwYj/S/Mf+OSo4AYM";

    assertRefused(
        write(Base64.getDecoder().decode(start)), "is a damaged or incomplete WebP" + AGAIN);
  }

  @Test
  void headerWithoutAnImage() throws IOException {
    assertRefused(write("GIF89a"), "is a damaged or incomplete GIF" + AGAIN);
  }

  @Test
  void imageWithoutPixels() throws IOException {
    byte[] file = TestImages.encode(TestImages.of(BufferedImage.TYPE_INT_RGB, 8, 8, 0), "jpeg");
    int frame = new String(file, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
    file[frame + 8] = 0;

    assertRefused(write(file), "has no pixels (0 x 8). Copy, download or export it again.");
  }

  @Test
  void tooManyPixels() throws IOException {
    assertRefused(
        write(TestImages.pngHeader(30_000, 40_000)),
        "has 30000 x 40000 = 1,200,000,000 pixels, more than the limit of 100,000,000."
            + " Make the image smaller, or raise --max-pixels.");
  }

  @Test
  void limitOfItsOwn() throws IOException {
    byte[] content = TestImages.encode(TestImages.of(BufferedImage.TYPE_INT_RGB, 3, 3, 0), "png");
    Path file = write(content);

    assertThat(new ImageReader(9).read(file).width()).isEqualTo(3);
    assertThatExceptionOfType(ImageFileException.class)
        .isThrownBy(() -> new ImageReader(8).read(file))
        .withMessage(
            file
                + " has 3 x 3 = 9 pixels, more than the limit of 8. Make the image smaller, or raise"
                + " --max-pixels.");
    assertThatIllegalArgumentException().isThrownBy(() -> new ImageReader(0));
  }

  @Test
  void rareKindOfTiff() throws IOException {
    byte[] file = TestImages.encode(TestImages.of(BufferedImage.TYPE_INT_RGB, 8, 8, 0), "tiff");
    String text = new String(file, StandardCharsets.ISO_8859_1);
    int compression = text.indexOf("\1\3\0\3\0\0\0\1");
    file[compression + 8] = 0x7f;
    file[compression + 9] = (byte) 0xfe;

    assertRefused(
        write(file),
        "is an unusual kind of TIFF that can't be read. Convert it to an ordinary JPEG or PNG.");
  }

  private static void assertRefused(Path file, String problem) {
    assertThatExceptionOfType(ImageFileException.class)
        .isThrownBy(() -> new ImageReader().read(file))
        .withMessage(file + " " + problem);
  }

  private Path write(String content) throws IOException {
    return write(TestImages.latin(content));
  }

  private Path write(byte[] content) throws IOException {
    return Files.write(folder.resolve("image"), content);
  }
}
