package io.github.styletransfer.image.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import io.github.styletransfer.image.TestImages;
import io.github.styletransfer.image.metadata.ExifFields;
import io.github.styletransfer.image.metadata.PhotoFacts;
import io.github.styletransfer.image.metadata.PictureFacts;
import io.github.styletransfer.image.metadata.Resolution;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pictures say of the photo they are painted from, as another program reads it. */
class WrittenFactsTest {
  private static final String SOFTWARE = "style-transfer 1.0";
  private static final String DESCRIPTION = "Gr\u00fcn \u6d77.jpg in the style of b.jpg";
  private static final String XMP =
      """
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
       xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
       xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:tiff="http://ns.adobe.com/tiff/1.0/"
       xmlns:dc="http://purl.org/dc/elements/1.1/"
       xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
       xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/"
       xmlns:GPano="http://ns.google.com/photos/1.0/panorama/"
       xmp:Rating="4" xmp:CreatorTool="a camera" tiff:Orientation="6" xmpMM:DocumentID="id"
       crs:Exposure="1" GPano:ProjectionType="cylindrical" dc:format="image/jpeg"><dc:creator>
       <rdf:Seq><rdf:li>Ann</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>
      """;

  private final Path folder;

  WrittenFactsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(strings = {"o.jpg", "o.png", "o.tif", "o.webp"})
  void areThoseOfThePhoto(String name) throws Exception {
    Metadata metadata = painted(photo(), name);

    for (Directory directory : metadata.getDirectories()) {
      assertThat(directory.getErrors()).as(directory.getName()).isEmpty();
    }
    Directory image = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    assertThat(image.getString(ExifIFD0Directory.TAG_MAKE)).isEqualTo("Camera & Co");
    assertThat(image.getString(ExifIFD0Directory.TAG_COPYRIGHT)).isEqualTo("\u00a9 Ann");
    assertThat(image.getString(ExifIFD0Directory.TAG_SOFTWARE)).isEqualTo(SOFTWARE);
    assertThat(image.getString(ExifIFD0Directory.TAG_IMAGE_DESCRIPTION)).isEqualTo(DESCRIPTION);
    assertThat(image.getInteger(ExifIFD0Directory.TAG_ORIENTATION)).isEqualTo(1);
    assertThat(image.getDoubleObject(ExifIFD0Directory.TAG_X_RESOLUTION)).isEqualTo(300);
    assertThat(image.getDoubleObject(ExifIFD0Directory.TAG_Y_RESOLUTION)).isEqualTo(299.5);
    Directory capture = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
    assertThat(capture.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL))
        .isEqualTo("2024:05:06 07:08:09");
    assertThat(capture.getRational(ExifSubIFDDirectory.TAG_EXPOSURE_TIME)).hasToString("1/250");
    assertThat(capture.getRational(ExifSubIFDDirectory.TAG_EXPOSURE_BIAS)).hasToString("-1/3");
    assertThat(capture.getInteger(ExifSubIFDDirectory.TAG_ISO_EQUIVALENT)).isEqualTo(400);
    assertThat(capture.getInteger(ExifSubIFDDirectory.TAG_EXIF_IMAGE_WIDTH)).isEqualTo(20);
    assertThat(capture.getInteger(ExifSubIFDDirectory.TAG_EXIF_IMAGE_HEIGHT)).isEqualTo(10);
    assertThat(capture.getInteger(ExifSubIFDDirectory.TAG_COLOR_SPACE)).isEqualTo(1);
    GeoLocation place = metadata.getFirstDirectoryOfType(GpsDirectory.class).getGeoLocation();
    assertThat(place.getLatitude()).isEqualTo(-(12 + 34 / 60.0 + 56.5 / 3600));
  }

  @ParameterizedTest
  @ValueSource(strings = {"o.jpg", "o.png", "o.tif", "o.webp"})
  void areNotThoseThatAreUntrueOfThePicture(String name) throws Exception {
    Metadata metadata = painted(photo(), name);

    assertThat(
            metadata
                .getFirstDirectoryOfType(ExifSubIFDDirectory.class)
                .containsTag(ExifSubIFDDirectory.TAG_MAKERNOTE))
        .isFalse();
    assertThat(metadata.containsDirectoryOfType(ExifThumbnailDirectory.class)).isFalse();
    Map<String, String> xmp =
        metadata.getFirstDirectoryOfType(XmpDirectory.class).getXmpProperties();
    assertThat(xmp)
        .containsEntry("xmp:Rating", "4")
        .containsEntry("dc:creator[1]", "Ann")
        .containsEntry("xmp:CreatorTool", SOFTWARE)
        .doesNotContainKeys(
            "tiff:Orientation",
            "xmpMM:DocumentID",
            "crs:Exposure",
            "GPano:ProjectionType",
            "dc:format");
  }

  @ParameterizedTest
  @ValueSource(strings = {"o.jpg", "o.png", "o.tif", "o.webp"})
  void canBeReadFromPicturesAgain(String name) throws IOException {
    PhotoFacts facts = PhotoFacts.of(photo());
    Path picture = folder.resolve(name);
    write(facts.ofPicture(SOFTWARE, DESCRIPTION), picture);

    PhotoFacts again = PhotoFacts.of(picture);

    assertThat(again.description()).contains(DESCRIPTION);
    assertThat(again.resolution()).isEqualTo(facts.resolution());
    assertThat(again.xmp()).isPresent();
    assertThat(again.exif().place()).hasSameSizeAs(facts.exif().place()).isNotEmpty();
  }

  @Test
  void areTurnedWithThePhoto() throws IOException {
    byte[] photo = TestImages.encode(TestImages.of(1, 4, 2, 0xff808080), "jpeg");
    Path file = folder.resolve("turned.jpg");
    Files.write(file, TestImages.withOrientation(photo, 6));

    assertThat(PhotoFacts.of(file).ofPicture(SOFTWARE, "").exif()).isEqualTo(ExifFields.NONE);
  }

  @Test
  void areNoneOfAPhotoWhoseMetadataAreUnusable() throws IOException {
    byte[] photo = TestImages.encode(TestImages.of(1, 4, 2, 0xff808080), "jpeg");
    Path file = folder.resolve("damaged.jpg");
    Files.write(
        file,
        TestImages.withSegment(
            TestImages.withSegment(photo, 0xffe1, TestImages.latin("Exif\0\0MM\0*\177\0\0\0")),
            0xffe1,
            TestImages.latin("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta")));

    PhotoFacts facts = PhotoFacts.of(file);

    assertThat(facts.exif()).isEqualTo(ExifFields.NONE);
    assertThat(facts.xmp()).isEmpty();
  }

  private Metadata painted(Path photo, String name) throws Exception {
    Path picture = folder.resolve(name);
    write(PhotoFacts.of(photo).ofPicture(SOFTWARE, DESCRIPTION), picture);
    return ImageMetadataReader.readMetadata(picture.toFile());
  }

  private Path photo() throws IOException {
    ExifFields exif =
        new ExifFields(
            List.of(text(0x010f, "Camera & Co"), text(0x8298, "\u00a9 Ann")),
            List.of(
                text(0x9003, "2024:05:06 07:08:09"),
                field(0x829a, TIFFTag.TIFF_RATIONAL, 1, new long[][] {{1, 250}}),
                field(0x9204, TIFFTag.TIFF_SRATIONAL, 1, new int[][] {{-1, 3}}),
                field(0x8827, TIFFTag.TIFF_SHORT, 1, new char[] {400}),
                field(
                    0x927c,
                    TIFFTag.TIFF_UNDEFINED,
                    5,
                    "maker".getBytes(StandardCharsets.US_ASCII))),
            List.of(
                field(0, TIFFTag.TIFF_BYTE, 4, new byte[] {2, 3, 0, 0}),
                text(1, "S"),
                field(2, TIFFTag.TIFF_RATIONAL, 3, new long[][] {{12, 1}, {34, 1}, {565, 10}}),
                text(3, "E"),
                field(4, TIFFTag.TIFF_RATIONAL, 3, new long[][] {{1, 1}, {2, 1}, {3, 1}})));
    Path photo = folder.resolve("photo.jpg");
    write(
        new PictureFacts(
            Optional.of("a camera"),
            Optional.of("a photo"),
            Optional.of(new Resolution(300, 299.5)),
            exif,
            Optional.of(XMP)),
        photo);
    return photo;
  }

  private static void write(PictureFacts facts, Path file) throws IOException {
    new ImageWriter(FileSettings.DEFAULT.with(facts)).write(TestImages.smooth(20, 10), file);
  }

  private static TIFFField text(int tag, String text) {
    return field(tag, TIFFTag.TIFF_ASCII, 1, new String[] {text});
  }

  private static TIFFField field(int tag, int type, int count, Object values) {
    return new TIFFField(new TIFFTag("a tag", tag, 1 << type), type, count, values);
  }
}
