package io.github.styletransfer.image.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.styletransfer.image.CodedFiles;
import io.github.styletransfer.image.codec.ByteRange;
import io.github.styletransfer.image.codec.CodedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file's boxes say, there is a picture whose bytes are in the file, or an exception. */
@Timeout(10)
class ContainerFuzzTest {
  @TempDir private Path folder;

  static Stream<byte[]> seeds() throws IOException {
    return Stream.of(
        CodedFiles.bytes("grid.heic"),
        CodedFiles.bytes("alpha.heic"),
        CodedFiles.bytes("clap.avif"),
        CodedFiles.bytes("irot1-imir1.avif"),
        CodedFiles.bytes("premultiplied.avif"),
        CodedFiles.bytes("plain.jp2"),
        CodedFiles.bytes("plain.j2k"),
        CodedFiles.bytes("plain.jxl"),
        CodedFiles.bytes("boxed.jxl"));
  }

  @MethodSource("seeds")
  @FuzzTest
  void picture(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("image"), content);

    check(file, HeifFile::picture, content.length);
    check(file, Jp2File::picture, content.length);
    try {
      assertThat(JpegXlFile.size(file).width()).isNotNegative();
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private interface Finder {
    ContainedPicture picture(Path file) throws IOException;
  }

  private static void check(Path file, Finder finder, int length) {
    try {
      ContainedPicture picture = finder.picture(file);
      assertThat(picture.colors().columns()).isPositive();
      for (CodedImage tile : picture.colors().tiles()) {
        for (ByteRange range : tile.data()) {
          assertThat(range.end()).isLessThanOrEqualTo(length);
        }
      }
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
