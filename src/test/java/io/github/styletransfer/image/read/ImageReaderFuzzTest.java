package io.github.styletransfer.image.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.styletransfer.UserMessage;
import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.TestImages;
import io.github.styletransfer.image.TestProfiles;
import io.github.styletransfer.image.TestTiff;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an image file holds, there is an image of the size foretold, or one exception, soon. */
@Timeout(10)
class ImageReaderFuzzTest {
  /** So few that no image needs more than the small heap that fuzzing has. */
  private static final int MAX_PIXELS = 1 << 20;

  private static final String[] JDK_FORMATS = {"jpeg", "png", "gif", "bmp", "tiff"};

  private final ImageReader reader = new ImageReader(MAX_PIXELS);
  @TempDir private Path folder;

  static Stream<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (int type :
        new int[] {
          BufferedImage.TYPE_INT_RGB,
          BufferedImage.TYPE_4BYTE_ABGR,
          BufferedImage.TYPE_BYTE_GRAY,
          BufferedImage.TYPE_BYTE_BINARY,
          BufferedImage.TYPE_BYTE_INDEXED
        }) {
      BufferedImage image = TestImages.of(type, 7, 5, 0xffff0000, 0x80204060, 0);
      for (String format : JDK_FORMATS) {
        if (type != BufferedImage.TYPE_4BYTE_ABGR || !format.matches("jpeg|bmp")) {
          seeds.add(TestImages.encodeWithJdk(new IIOImage(image, null, null), format));
        }
      }
    }
    ICC_Profile profile = ICC_Profile.getInstance(ColorSpace.CS_GRAY);
    byte[] jpeg = seeds.get(0);
    byte[] png = seeds.get(1);
    seeds.add(TestImages.withOrientation(jpeg, 6));
    seeds.add(TestImages.withSegment(jpeg, 0xffe2, TestImages.iccSegment(profile)));
    seeds.add(TestImages.withChunk(png, "iCCP", TestImages.iccChunk(profile)));
    seeds.add(TestImages.encode(TestImages.of16Bits(4, 1, 2, 3, 40_000), "png"));
    seeds.add(
        TestImages.encodeWithJdk(
            new IIOImage(TestImages.of(BufferedImage.TYPE_3BYTE_BGR, 9, 9, 0x1020ff), null, null),
            "tiff"));
    seeds.add(TestImages.webp());
    seeds.add(TestImages.withChunk(png, "cICP", new byte[] {9, 16, 0, 1}));
    seeds.add(TestImages.withChunk(png, "gAMA", new byte[] {0, 1, 2, 3}));
    seeds.add(TestImages.withChunk(png, "cHRM", new byte[32]));
    byte[] icc = TestProfiles.wideRgb();
    byte[] pixel = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
    seeds.add(TestTiff.of(TestTiff.RGB, 8, 4, pixel).extra(1).profile(icc).bytes());
    seeds.add(TestTiff.of(TestTiff.RGB, 16, 4, pixel).extra(0).bytes());
    seeds.add(TestTiff.of(TestTiff.RGB, 32, 4, pixel).extra(1).floating().bytes());
    seeds.add(TestTiff.of(TestTiff.INK, 8, 4, pixel).bytes());
    seeds.add(TestTiff.of(TestTiff.RGB, 8, 3, pixel, pixel, pixel).bytes());
    seeds.add(
        TestTiff.ofRow(TestTiff.GREY, 10, 1, 1, 2, 3).profile(TestProfiles.grey(2.2)).bytes());
    seeds.add(TestImages.latin("P6\n2 1\n255\nabcdef"));
    seeds.add(TestImages.latin("P4\n# a\n8 2\nab"));
    seeds.add(TestImages.latin("P7\nWIDTH 1\nHEIGHT 1\nDEPTH 4\nMAXVAL 255\nENDHDR\nabcd"));
    seeds.add(TestImages.latin("\n\5\1\b" + "\0".repeat(60) + "\1\1" + "\0".repeat(62) + "a"));
    seeds.add(
        TestImages.latin(
            "8BPS\0\1\0\0\0\0\0\0\0\3\0\0\0\1\0\0\0\1\0\b\0\3" + "\0".repeat(14) + "abc"));
    return seeds.stream();
  }

  @MethodSource("seeds")
  @FuzzTest
  void read(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("image"), content);
    ImageSize size = size(file);
    try {
      RgbImage image = reader.read(file);
      assertThat(new ImageSize(image.width(), image.height())).isEqualTo(size);
    } catch (ImageFileException e) {
      UserMessage.assertRefusalOf(file, e);
    }
  }

  private ImageSize size(Path file) {
    try {
      return reader.size(file);
    } catch (ImageFileException e) {
      UserMessage.assertRefusalOf(file, e);
      return new ImageSize(0, 0);
    }
  }
}
