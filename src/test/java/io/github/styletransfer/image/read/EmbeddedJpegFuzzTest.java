package io.github.styletransfer.image.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.styletransfer.image.TestImages;
import io.github.styletransfer.image.TestTiff;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a camera's file holds, its previews are found soon, and are in it. */
@Timeout(10)
class EmbeddedJpegFuzzTest {
  @TempDir private Path folder;

  static Stream<byte[]> seeds() throws IOException {
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    two.writeBytes(new byte[] {'I', 'I', 'U', 0});
    two.writeBytes(TestImages.encode(TestImages.of(BufferedImage.TYPE_INT_RGB, 9, 9, 7), "jpeg"));
    two.writeBytes(TestImages.encode(TestImages.of(BufferedImage.TYPE_INT_RGB, 19, 9, 7), "jpeg"));
    return Stream.of(
        two.toByteArray(), TestTiff.of(TestTiff.RGB, 8, 3, new byte[] {1, 2, 3}).bytes());
  }

  @MethodSource("seeds")
  @FuzzTest
  void previews(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("image"), content);

    EmbeddedJpeg.largest(file)
        .ifPresent(
            jpeg -> {
              assertThat(jpeg.place().end()).isLessThanOrEqualTo(content.length);
              assertThat(jpeg.size().pixels()).isPositive();
            });
    CameraRaw.isIn(file);
  }
}
