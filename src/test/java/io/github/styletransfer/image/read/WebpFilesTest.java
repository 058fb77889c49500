package io.github.styletransfer.image.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.styletransfer.image.AlphaChannel;
import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.TestImages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WebP files of kinds that its decoder has trouble with. */
class WebpFilesTest {
  private static final int SIDE = 16;

  private final Path folder;

  WebpFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = WebpFilesTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private Path write(byte[] content) throws IOException {
    return Files.write(folder.resolve("a.webp"), content);
  }

  /** Its first block is predicted from pixels that aren't there. */
  @Test
  void lossyFile() throws IOException {
    RgbImage image = new ImageReader().read(write(resource("smooth.webp")));

    assertThat(image.size()).isEqualTo(new ImageSize(/* width= */ 160, /* height= */ 128));
    double sum = 0;
    for (int i = 0; i < image.samples().length; i++) {
      int y = i / RgbImage.CHANNELS / 160;
      double still = i % RgbImage.CHANNELS == 2 ? 210 : 200;
      double expected = (still + 255 - y) / 2;
      sum += Math.abs(Byte.toUnsignedInt(image.samples()[i]) - expected);
    }
    assertThat(sum / image.samples().length).as("mean difference").isLessThan(2);
  }

  /** Codes of one symbol take no bits, so there is nothing behind the codes; plugins want more. */
  @Test
  void oneColor() throws IOException {
    BitSet bits = new BitSet();
    int end = put(bits, 0, 0x2f, 8);
    end = put(bits, end, 40 - 1, 14);
    end = put(bits, end, 30 - 1, 14);
    end = put(bits, end, 0, 1 + 3 + 3);
    for (int sample : new int[] {30, 200, 60, 255}) {
      end = put(bits, end, 1, 1);
      end = put(bits, end, 0, 1);
      end = put(bits, end, 1, 1);
      end = put(bits, end, sample, 8);
    }
    put(bits, end, 1, 1);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.write("WEBP".getBytes(StandardCharsets.ISO_8859_1));
    content.write(chunk("VP8L", Arrays.copyOf(bits.toByteArray(), 12)));
    Path file = write(chunk("RIFF", content.toByteArray()));

    assertThat(new ImageReader().size(file))
        .isEqualTo(new ImageSize(/* width= */ 40, /* height= */ 30));
    byte[] samples = new ImageReader().read(file).samples();
    for (int i = 0; i < samples.length; i += RgbImage.CHANNELS) {
      assertThat(Arrays.copyOfRange(samples, i, i + RgbImage.CHANNELS))
          .isEqualTo(new byte[] {(byte) 200, 30, 60});
    }
  }

  /** Appends a number, its lowest bit first. */
  private static int put(BitSet bits, int at, int value, int count) {
    for (int i = 0; i < count; i++) {
      bits.set(at + i, (value >> i & 1) != 0);
    }
    return at + count;
  }

  @Test
  void cutShort() throws IOException {
    byte[] whole = resource("smooth.webp");
    Path file = write(Arrays.copyOf(whole, whole.length - 20));

    assertThatExceptionOfType(ImageFileException.class)
        .isThrownBy(() -> new ImageReader().read(file))
        .withMessage(
            "%s is a damaged or incomplete WebP file. Copy, download or export it again.", file);
  }

  @Test
  void opacityThatIsNotCompressed() throws IOException {
    Path file = write(resource("raw-alpha.webp"));

    for (byte sample : new ImageReader().read(file).samples()) {
      assertThat(sample).isEqualTo((byte) 255);
    }
    assertThat(new ImageReader().opacity(file).orElseThrow().values())
        .containsOnly(0)
        .hasSize(SIDE * SIDE);
  }

  /** RFC 9649, section 2.7.1.2: not at all, from the left, from above, from both. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void filteredOpacity(int filter) throws IOException {
    byte[] opacities = new byte[SIDE * SIDE];
    for (int i = 0; i < opacities.length; i++) {
      opacities[i] = (byte) (i % SIDE * 13 + i / SIDE * i / SIDE * 5);
    }
    byte[] file = resource("raw-alpha.webp");
    int data = new String(file, StandardCharsets.ISO_8859_1).indexOf("ALPH") + 8;
    file[data] = (byte) (filter << 2);
    for (int i = 0; i < opacities.length; i++) {
      file[data + 1 + i] = (byte) (opacities[i] - predicted(opacities, i, filter));
    }

    AlphaChannel read = new ImageReader().opacity(write(file)).orElseThrow();

    assertThat(read.values()).isEqualTo(opacities);
  }

  private static int predicted(byte[] values, int i, int filter) {
    int x = i % SIDE;
    int y = i / SIDE;
    if (filter == 0 || i == 0) {
      return 0;
    }
    int left = x > 0 ? values[i - 1] & 255 : -1;
    int above = y > 0 ? values[i - SIDE] & 255 : -1;
    if (left < 0 || above < 0) {
      return Math.max(left, above);
    }
    return switch (filter) {
      case 1 -> left;
      case 2 -> above;
      default -> Math.max(0, Math.min(255, left + above - (values[i - SIDE - 1] & 255)));
    };
  }

  @Test
  void firstFrameOfAnAnimationLiesOnItsCanvas() throws IOException {
    byte[] still = TestImages.webp();
    int frameWidth = new ImageReader().size(write(still)).width();
    int frameHeight = new ImageReader().size(write(still)).height();
    RgbImage frame = new ImageReader().read(write(still));

    Path animation = write(animation(still, frameWidth, frameHeight));

    RgbImage image = new ImageReader().read(animation);
    assertThat(image.size()).isEqualTo(new ImageSize(/* width= */ 20, /* height= */ 10));
    assertThat(new ImageReader().size(animation)).isEqualTo(image.size());
    assertThat(image.samples()[0]).as("outside of the frame").isEqualTo((byte) 255);
    int start = (2 * 20 + 6) * RgbImage.CHANNELS;
    for (int i = 0; i < frameWidth * RgbImage.CHANNELS; i++) {
      assertThat(image.samples()[start + i]).isEqualTo(frame.samples()[i]);
    }
    AlphaChannel opacity = new ImageReader().opacity(animation).orElseThrow();
    assertThat(opacity.values()[0]).isZero();
    assertThat(opacity.values()[2 * 20 + 6]).isEqualTo((byte) 255);
  }

  /** The still picture as the first frame, 6 pixels from the left and 2 from above, of 20 x 10. */
  private static byte[] animation(byte[] still, int width, int height) throws IOException {
    byte[] picture = Arrays.copyOfRange(still, 12, still.length);
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    chunks.write("WEBP".getBytes(StandardCharsets.ISO_8859_1));
    chunks.write(chunk("VP8X", numbers(2, 1, 0, 3, 19, 3, 9, 3)));
    chunks.write(chunk("ANIM", new byte[6]));
    byte[] head = numbers(3, 3, 1, 3, width - 1, 3, height - 1, 3, 100, 3, 0, 1);
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(head);
    frame.write(picture);
    chunks.write(chunk("ANMF", frame.toByteArray()));
    return chunk("RIFF", chunks.toByteArray());
  }

  /** Numbers, each followed by how many bytes it takes. */
  private static byte[] numbers(int... numbersAndLengths) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < numbersAndLengths.length; i += 2) {
      for (int b = 0; b < numbersAndLengths[i + 1]; b++) {
        out.write(numbersAndLengths[i] >> (b * 8));
      }
    }
    return out.toByteArray();
  }

  private static byte[] chunk(String type, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(type.getBytes(StandardCharsets.ISO_8859_1));
    out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(content.length).array());
    out.write(content);
    out.write(new byte[content.length % 2]);
    return out.toByteArray();
  }
}
