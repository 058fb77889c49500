package io.github.styletransfer.image.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.icc.IccDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.png.PngChromaticitiesDirectory;
import com.drew.metadata.png.PngDirectory;
import io.github.styletransfer.image.TestImages;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What written files say of their colours, as another program reads it. */
class DeclaredColorsTest {
  private final Path folder;

  DeclaredColorsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(strings = {"o.jpg", "o.tif", "o.webp"})
  void areAProfile(String name) throws Exception {
    IccDirectory profile = written(name).getFirstDirectoryOfType(IccDirectory.class);

    assertThat(profile.getString(IccDirectory.TAG_COLOR_SPACE)).isEqualTo("RGB ");
    assertThat(profile.getDescription(IccDirectory.TAG_TAG_desc)).startsWith("sRGB");
  }

  @Test
  void areAChunkWithTheOldOnesBesideIt() throws Exception {
    Metadata metadata = written("o.png");

    assertThat(text(metadata, PngDirectory.TAG_SRGB_RENDERING_INTENT)).isEqualTo("Perceptual");
    assertThat(text(metadata, PngDirectory.TAG_GAMMA)).isEqualTo("0.455");
    assertThat(
            metadata
                .getFirstDirectoryOfType(PngChromaticitiesDirectory.class)
                .getString(PngChromaticitiesDirectory.TAG_GREEN_Y))
        .isEqualTo("60000");
  }

  @Test
  void tiffIsForScreensUnlessSomebodySaysOtherwise() throws Exception {
    ExifIFD0Directory fields = written("o.tif").getFirstDirectoryOfType(ExifIFD0Directory.class);

    assertThat(fields.getDescription(ExifIFD0Directory.TAG_X_RESOLUTION))
        .isEqualTo("72 dots per inch");
    assertThat(fields.containsTag(ExifIFD0Directory.TAG_SOFTWARE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"FULL, 1, 1", "HALF, 2, 1", "QUARTER, 2, 2"})
  void jpegHasAsMuchChromaAsIsAskedFor(Chroma chroma, int width, int height) throws Exception {
    JpegDirectory frame =
        written("o.jpg", FileSettings.of(50, chroma)).getFirstDirectoryOfType(JpegDirectory.class);

    assertThat(frame.getComponent(0).getHorizontalSamplingFactor()).isEqualTo(width);
    assertThat(frame.getComponent(0).getVerticalSamplingFactor()).isEqualTo(height);
    assertThat(frame.getComponent(1).getHorizontalSamplingFactor()).isEqualTo(1);
    assertThat(frame.getComponent(2).getVerticalSamplingFactor()).isEqualTo(1);
  }

  private Metadata written(String name) throws Exception {
    return written(name, FileSettings.DEFAULT);
  }

  private Metadata written(String name, FileSettings settings) throws Exception {
    Path file = folder.resolve(name);
    new ImageWriter(settings).write(TestImages.smooth(20, 20), file);
    return ImageMetadataReader.readMetadata(file.toFile());
  }

  private static String text(Metadata metadata, int tag) {
    return StreamSupport.stream(
            metadata.getDirectoriesOfType(PngDirectory.class).spliterator(), false)
        .filter(directory -> directory.containsTag(tag))
        .map((Directory directory) -> directory.getDescription(tag))
        .findFirst()
        .orElse("");
  }
}
